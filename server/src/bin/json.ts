/** What a command answers with --json: one line, names as the API writes them (`removed_bytes`). */
export function toJsonLine(value: unknown): string {
  return JSON.stringify(withSnakeCase(value))
}

function withSnakeCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSnakeCase)
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  const rename = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [rename(key), withSnakeCase(inner)]))
}
