import type { ExportRow, ExportValue } from '../../queries/exportRows.ts'

/** One line of CSV (RFC 4180). */
export const toCsvLine = (values: readonly ExportValue[]) => `${values.map(field).join(',')}\r\n`

export const toCsv = (rows: readonly ExportRow[]) => rows.map((row) => toCsvLine(Object.values(row))).join('')

function field(value: ExportValue): string {
  if (value === null) return ''
  // A spreadsheet takes what begins like this for a formula (OWASP, "CSV Injection"); numbers are not meant.
  const text =
    typeof value === 'string' && /^[=+\-@\t\r]/.test(value) && !/^-?\d+$/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
