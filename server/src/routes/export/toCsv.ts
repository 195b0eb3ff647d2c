/** One line of CSV (RFC 4180). What is neither text nor a number nor a truth value stands there as JSON. */
export const toCsvLine = (values: readonly unknown[]) => `${values.map(field).join(',')}\r\n`

function field(value: unknown): string {
  if (value === null || value === undefined) return ''
  const plain = typeof value === 'object' ? JSON.stringify(value) : String(value)
  // A spreadsheet takes what begins like this for a formula (OWASP, "CSV Injection"); numbers are not meant.
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(plain) && !/^-?\d+$/.test(plain) ? `'${plain}` : plain
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
