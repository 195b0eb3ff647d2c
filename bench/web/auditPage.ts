import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { BROWSER_FLAGS, requireChromium } from '../../e2e/support/launchBrowser.ts'

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
export type Category = (typeof CATEGORIES)[number]

/** One run of Lighthouse: a telephone of the middle class on slow 4G, simulated. */
export interface Audit {
  /** 0 to 100. */
  scores: Record<Category, number>
  lcpMs: number
  fcpMs: number
  tbtMs: number
  cls: number
  /** As sent over the wire, which is Brotli. */
  scriptBytes: number
  totalBytes: number
  /** Lighthouse's measure of the processor it got: low on a busy machine. */
  processor: number
  /** Addresses that were asked for, in order. */
  requests: string[]
  /** What kept a category from being whole. */
  shortcomings: string[]
}

interface LighthouseReport {
  runtimeError?: { message: string }
  environment: { benchmarkIndex: number }
  categories: Record<Category, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<
    string,
    {
      title: string
      score: number | null
      numericValue?: number
      details?: { items?: { url: string; resourceType?: string; transferSize?: number }[] }
    }
  >
}

/** @param reportPath without extension; `.report.html` and `.report.json` are added */
export async function auditPage(lighthouse: string, url: string, reportPath: string): Promise<Audit> {
  const child = spawn(
    process.execPath,
    [
      lighthouse,
      url,
      '--output=json,html',
      `--output-path=${reportPath}`,
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=${['--headless=new', ...BROWSER_FLAGS].join(' ')}`,
      '--no-enable-error-reporting',
      '--quiet',
    ],
    { env: { ...process.env, CHROME_PATH: requireChromium(), TMPDIR: tmpdir() }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  child.stderr.on('data', (text) => (said += text))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`Lighthouse ended with ${code} at ${url}: ${said}`)
  return readAudit(JSON.parse(readFileSync(`${reportPath}.report.json`, 'utf8')) as LighthouseReport, url)
}

function readAudit({ runtimeError, environment, categories, audits }: LighthouseReport, url: string): Audit {
  if (runtimeError) throw new Error(`Lighthouse could not measure ${url}: ${runtimeError.message}`)
  const value = (id: string) => {
    const number = audits[id]?.numericValue
    if (number === undefined) throw new Error(`Lighthouse says nothing of ${id} at ${url}.`)
    return number
  }
  const requests = audits['network-requests']?.details?.items ?? []
  const bytes = (items: typeof requests) => items.reduce((sum, { transferSize }) => sum + (transferSize ?? 0), 0)
  const scores = Object.fromEntries(
    CATEGORIES.map((name) => [name, Math.round((categories[name].score ?? 0) * 100)]),
  ) as Audit['scores']
  return {
    scores,
    lcpMs: value('largest-contentful-paint'),
    fcpMs: value('first-contentful-paint'),
    tbtMs: value('total-blocking-time'),
    cls: value('cumulative-layout-shift'),
    scriptBytes: bytes(requests.filter(({ resourceType }) => resourceType === 'Script')),
    totalBytes: bytes(requests),
    processor: environment.benchmarkIndex,
    requests: requests.map((request) => request.url),
    shortcomings: CATEGORIES.filter((name) => scores[name] < 100).flatMap((name) =>
      categories[name].auditRefs
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
        .map(({ id }) => `${name}: ${audits[id]?.title} (${id})`),
    ),
  }
}
