import type { Knex } from 'knex'

/** Only rows in which one of the columns holds the text, large and small letters alike. */
export function holding(find: Knex.QueryBuilder, columns: readonly string[], text: string): void {
  find.andWhere((any) => {
    for (const column of columns) any.orWhereRaw(`${column} LIKE ? ESCAPE '\\'`, [`%${literally(text)}%`])
  })
}

/** As the text stands in a column that holds JSON. */
export function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

function literally(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
