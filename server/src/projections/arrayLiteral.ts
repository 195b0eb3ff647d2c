/**
 * A PostgreSQL array of plain values (hex, integers, ISO times), written at once: pg's own serialisation looks into every
 * character of every element for something to quote, 0.6 s per 50,000 events.
 *
 * @param values free of quotes, commas, braces, backslashes and spaces
 */
export function arrayLiteral(values: readonly (string | number | bigint | null | undefined)[]): string {
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`
}
