export const plural = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`
