import { loadavg } from 'node:os'
import { openLoaded } from './api/openLoaded.ts'
import { FULL } from './api.ts'
import type { Benchmark } from './benchmarks.ts'
import { type ExportFigures, readExport, readSlowly, type SlowFigures } from './export/readExport.ts'
import { machineLine, readMachine } from './support/machine.ts'
import { openApi } from './support/openApi.ts'
import { printTable } from './support/printTable.ts'
import { progress, progressDone } from './support/progress.ts'

const FILES = ['contributions.ndjson', 'contributions.csv', 'events.ndjson', 'events.csv']
const SLOW_FILE = 'events.ndjson'
/** Less than the 30 s after which a client that reads nothing is hung up on. */
const STALL_MS = 15_000

export const benchExport: Benchmark = {
  summary: 'exports of a million contributions and their events: speed, and memory that does not grow with them',
  help: [
    'Usage: npm run bench -- export [--json]',
    '',
    'Reads whole exports from an API process of its own over the database of `npm run bench -- api`, checks each by its digest, and looks',
    `at the memory of the process all the while; then reads one whose client stops reading for ${STALL_MS / 1000} s.`,
  ].join('\n'),
  options: { json: { type: 'boolean' } },
  async run(options) {
    const database = await openLoaded(FULL, progress)
    try {
      const api = await openApi(database.url)
      try {
        const before = loadavg()[0]!
        progress('warming')
        await readExport(api, 'campaigns.ndjson')
        await readExport(api, 'campaigns.csv')
        const files: ExportFigures[] = []
        for (const file of FILES) {
          progress(file)
          files.push(await readExport(api, file))
        }
        progress(`${SLOW_FILE}, by a client that stalls`)
        const slow = await readSlowly(api, SLOW_FILE, STALL_MS)
        progressDone()
        const machine = machineLine(await readMachine({ databaseUrl: database.url }))
        const load = [before, loadavg()[0]!].map((one) => Math.round(one * 10) / 10)
        console.log(`${machine}; load ${load[0]} before, ${load[1]} after\n`)
        print(files, slow)
        if (options['json'] === true) console.log(JSON.stringify({ machine, load, files, slow }))
      } finally {
        await api.stop()
      }
    } finally {
      await database.close()
    }
  },
}

function print(files: readonly ExportFigures[], slow: SlowFigures): void {
  const mb = (bytes: number) => (bytes / 1e6).toFixed(0)
  printTable(
    ['file', 'rows', 'MB', 's', 'rows/s', 'MB before', 'at most', 'growth'],
    files.map((one) => [
      one.file,
      String(one.rows),
      mb(one.bytes),
      one.seconds.toFixed(1),
      (one.rows / one.seconds).toFixed(0),
      mb(one.rssBeforeBytes),
      mb(one.rssPeakBytes),
      mb(one.rssPeakBytes - one.rssBeforeBytes),
    ]),
  )
  console.log(
    `\nA client that stopped reading for ${STALL_MS / 1000} s after ${mb(slow.readBytes)} MB: the process grew by at most ${mb(slow.grownBytes)} MB.`,
  )
}
