/** Lines for the person at the terminal, on stdout; the log goes elsewhere. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`)
}

export interface Progress {
  update(done: number, total: number): void
  end(result?: string): void
}

const BAR_WIDTH = 24

/** A bar where someone looks on; a line at every quarter where the output goes to a file. */
export function startProgress(what: string): Progress {
  const { isTTY } = process.stdout
  const startedMs = Date.now()
  let quarter = 0
  if (isTTY) process.stdout.write(`  ${what} …`)
  return {
    update(done, total) {
      if (isTTY) {
        const filled = total === 0 ? 0 : Math.round((done / total) * BAR_WIDTH)
        process.stdout.write(
          `\r\x1b[2K  ${what} ${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${done}/${total}`,
        )
      } else if (total > 0 && Math.floor((done / total) * 4) > quarter) {
        quarter = Math.floor((done / total) * 4)
        if (quarter < 4) say(`  ${what} ${done}/${total}`)
      }
    },
    end(result) {
      const seconds = ((Date.now() - startedMs) / 1000).toFixed(1)
      process.stdout.write(`${isTTY ? '\r\x1b[2K' : ''}  ${what}: ${result ?? 'done'} (${seconds} s)\n`)
    },
  }
}

/** Rows as columns, numbers to the right. */
export function table(header: string[], rows: (string | number | null)[][]): string {
  const cells = [header, ...rows.map((row) => row.map((cell) => (cell === null ? '–' : String(cell))))]
  const widths = header.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)))
  const isNumber = header.map((_, column) =>
    rows.every((row) => row[column] === null || typeof row[column] === 'number'),
  )
  return cells
    .map((row) =>
      row
        .map((cell, column) => (isNumber[column] ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
