/** Prints rows under a heading each; the first column to the left, the others, being figures, to the right. */
export function printTable(headings: string[], rows: string[][]): void {
  const lines = [headings, ...rows]
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const print = (line: string[]) => {
    const cells = widths.map((width, column) => {
      const cell = line[column] ?? ''
      return column === 0 ? cell.padEnd(width) : cell.padStart(width)
    })
    console.log(cells.join('  ').trimEnd())
  }
  print(headings)
  console.log(widths.map((width) => '-'.repeat(width)).join('  '))
  for (const row of rows) print(row)
}
