import { formatCount } from '../../components/Amount.tsx'
import { formatDuration } from '../../components/formatTime.ts'

/** "in step", "12 blocks, 24 s": how far the tables are behind the chain. */
export function lagWords(blocks: number | null, seconds: number | null): string {
  if (blocks === null) return 'unknown'
  if (blocks === 0) return 'in step'
  return `${formatCount(blocks)} ${blocks === 1 ? 'block' : 'blocks'}${seconds ? `, ${formatDuration(seconds)}` : ''}`
}

const rate = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
export const rateWords = (perSecond: number | null): string =>
  perSecond === null ? '–' : `${rate.format(perSecond)}/s`
