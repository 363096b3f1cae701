/** A date that is half typed, or is none, reads as empty: the field itself knows better. */
export function isDay(id: string, message: string) {
  return {
    validator: () => {
      const field = document.getElementById(id)
      const isBad = field instanceof HTMLInputElement && (field.validity.badInput || field.validity.rangeOverflow)
      return isBad ? Promise.reject(new Error(message)) : Promise.resolve()
    },
  }
}
