import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { askApi } from '../e2e/support/kindling.ts'
import { startKindling } from '../e2e/support/startKindling.ts'
import { openBuild } from '../server/src/web/openBuild.ts'
import { readScripts } from '../server/src/web/testing/readScripts.ts'
import type { Benchmark } from './benchmarks.ts'
import { benchFolder } from './support/benchFolder.ts'
import { machineLine, readMachine } from './support/machine.ts'
import { printTable } from './support/printTable.ts'
import { progress, progressDone } from './support/progress.ts'
import { wholeNumber } from './support/wholeNumber.ts'
import { figuresOf, missedAims, type PageFigures, ROWS } from './web/aims.ts'
import { type Audit, auditPage } from './web/auditPage.ts'
import { installLighthouse } from './web/installLighthouse.ts'

export const benchWeb: Benchmark = {
  summary: 'Lighthouse on the home page and a campaign, as a telephone sees them',
  help: [
    'Usage: npm run bench -- web [--runs N] [--url ORIGIN] [--json]',
    '',
    'Starts the whole product as "npm start" does, without activity in its demo, and has Lighthouse measure two pages as a',
    'telephone of the middle class on slow 4G loads them (simulated). Needs Chromium; Lighthouse is installed into .bench/',
    'the first time. Reports are kept in .bench/web/.',
    '',
    '  --runs N   runs of each page; their median counts (3)',
    '  --url      measures what runs at this origin instead of starting it',
    '  --json     the last line is one object: pages, missed, machine',
  ].join('\n'),
  options: { runs: { type: 'string' }, url: { type: 'string' }, json: { type: 'boolean' } },
  async run(options) {
    const runs = wholeNumber('runs', options['runs'], 3)
    const lighthouse = installLighthouse()
    progress('Starting the product')
    const started = options['url'] === undefined ? await startKindling() : undefined
    try {
      const origin = started?.origin ?? new URL(String(options['url'])).origin
      const pages = await measurePages(lighthouse, origin, runs)
      const machine = await readMachine({})
      progressDone()
      const missed = missedAims(pages)
      print(pages, missed, machineLine(machine))
      if (options['json'] === true) console.log(JSON.stringify({ pages, missed, machine }))
    } finally {
      await started?.close()
    }
  },
}

async function measurePages(lighthouse: string, origin: string, runs: number): Promise<PageFigures[]> {
  const { results } = await askApi<{ results: { address: string }[] }>(
    origin,
    'campaigns/?status=ACTIVE&ordering=-donors_count&page_size=1',
  )
  if (results[0] === undefined) throw new Error(`${origin} has no open campaign to measure.`)
  const { rpcUrl } = (await (await fetch(`${origin}/web/config`)).json()) as { rpcUrl: string | null }
  const build = await openBuild()
  if (build === null) throw new Error('The web app is not built; "npm run web:build" builds it.')
  const reports = join(benchFolder, 'web')
  mkdirSync(reports, { recursive: true })

  const pages = [
    { page: 'home', path: '/' },
    { page: 'campaign', path: `/campaigns/${results[0].address}` },
  ] as const
  const figures: PageFigures[] = []
  for (const { page, path } of pages) {
    const audits: Audit[] = []
    for (let run = 1; run <= runs; run++) {
      progress(`Lighthouse: ${page}, run ${run} of ${runs}`)
      audits.push(await auditPage(lighthouse, origin + path, join(reports, `${page}-${run}`)))
    }
    // What the page asked the chain's node for, and the wallet's code it loaded, though nobody wanted a wallet.
    const scripts = readScripts(build, page, 'en')
    const early = audits.flatMap(({ requests }) => requests).filter((url) => rpcUrl !== null && url.startsWith(rpcUrl))
    figures.push(figuresOf(page, audits, scripts.gzipBytes, [...new Set([...early, ...scripts.walletFiles])]))
  }
  return figures
}

function print(pages: PageFigures[], missed: string[], machine: string): void {
  console.log('Web pages on a telephone (Lighthouse, simulated slow 4G and a quarter of the processor)')
  console.log(`${machine}\n`)
  printTable(
    ['median', ...pages.map(({ page }) => page), 'aim'],
    ROWS.map(({ label, format, aim, read }) => [label, ...pages.map((page) => format(read(page))), aim ?? '']),
  )
  for (const { page, shortcomings } of pages) for (const line of shortcomings) console.log(`${page}: ${line}`)
  console.log(missed.length === 0 ? '\nAll aims are met.' : `\n${missed.map((line) => `MISSED ${line}`).join('\n')}`)
}
