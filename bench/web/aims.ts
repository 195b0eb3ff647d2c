import { median } from '../support/median.ts'
import type { Audit, Category } from './auditPage.ts'

/** Medians of a page's runs. */
export interface PageFigures {
  page: 'home' | 'campaign'
  scores: Record<Category, number>
  lcpMs: number
  fcpMs: number
  tbtMs: number
  cls: number
  /** Of all scripts that the page loads at once; the budget counts gzip, though the server sends Brotli. */
  scriptGzipBytes: number
  scriptBytes: number
  totalBytes: number
  requests: number
  /** The lowest of the runs. */
  processor: number
  /** Requests that only somebody who wants a wallet should cause. */
  walletRequests: string[]
  shortcomings: string[]
  runs: number
}

export function figuresOf(
  page: PageFigures['page'],
  audits: Audit[],
  scriptGzipBytes: number,
  walletRequests: string[],
): PageFigures {
  const of = (read: (audit: Audit) => number) => median(audits.map(read))
  return {
    page,
    scores: {
      performance: of(({ scores }) => scores.performance),
      accessibility: of(({ scores }) => scores.accessibility),
      'best-practices': of(({ scores }) => scores['best-practices']),
      seo: of(({ scores }) => scores.seo),
    },
    lcpMs: Math.round(of(({ lcpMs }) => lcpMs)),
    fcpMs: Math.round(of(({ fcpMs }) => fcpMs)),
    tbtMs: Math.round(of(({ tbtMs }) => tbtMs)),
    cls: Number(of(({ cls }) => cls).toFixed(4)),
    scriptGzipBytes,
    scriptBytes: of(({ scriptBytes }) => scriptBytes),
    totalBytes: of(({ totalBytes }) => totalBytes),
    requests: of(({ requests }) => requests.length),
    processor: Math.min(...audits.map(({ processor }) => processor)),
    walletRequests,
    shortcomings: [...new Set(audits.flatMap(({ shortcomings }) => shortcomings))],
    runs: audits.length,
  }
}

interface Row {
  label: string
  read: (figures: PageFigures) => number
  format: (value: number) => string
  /** In words, and whether a page reaches it. */
  aim?: string
  meets?: (value: number, figures: PageFigures) => boolean
}

const whole = (value: number) => String(Math.round(value))
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`

export const ROWS: readonly Row[] = [
  {
    label: 'performance',
    read: ({ scores }) => scores.performance,
    format: whole,
    aim: '>= 95',
    meets: (value) => value >= 95,
  },
  ...(['accessibility', 'best-practices', 'seo'] as const).map(
    (name): Row => ({
      label: name,
      read: ({ scores }) => scores[name],
      format: whole,
      aim: '100',
      meets: (value) => value === 100,
    }),
  ),
  {
    label: 'largest contentful paint',
    read: ({ lcpMs }) => lcpMs,
    format: seconds,
    aim: '<= 2.0 s',
    meets: (value) => value <= 2000,
  },
  {
    label: 'layout shift',
    read: ({ cls }) => cls,
    format: (value) => value.toFixed(3),
    aim: '<= 0.02',
    meets: (value) => value <= 0.02,
  },
  {
    label: 'script, gzip',
    read: ({ scriptGzipBytes }) => scriptGzipBytes,
    format: kilobytes,
    aim: '<= 110 KB (home)',
    meets: (value, { page }) => page !== 'home' || value <= 110_000,
  },
  {
    label: 'wallet requests before intent',
    read: ({ walletRequests }) => walletRequests.length,
    format: whole,
    aim: '0',
    meets: (value) => value === 0,
  },
  { label: 'first contentful paint', read: ({ fcpMs }) => fcpMs, format: seconds },
  { label: 'blocking time', read: ({ tbtMs }) => tbtMs, format: (value) => `${whole(value)} ms` },
  { label: 'script, as sent', read: ({ scriptBytes }) => scriptBytes, format: kilobytes },
  { label: 'everything, as sent', read: ({ totalBytes }) => totalBytes, format: kilobytes },
  { label: 'requests', read: ({ requests }) => requests, format: whole },
  { label: 'processor', read: ({ processor }) => processor, format: whole },
]

/** A line for each aim that a page misses. */
export function missedAims(pages: PageFigures[]): string[] {
  return pages.flatMap((figures) =>
    ROWS.filter(({ meets, read }) => meets?.(read(figures), figures) === false).map(
      ({ label, read, format, aim }) => `${figures.page}: ${label} ${format(read(figures))}, aim ${aim}`,
    ),
  )
}
