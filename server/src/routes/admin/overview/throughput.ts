export interface Rates {
  blocks_per_second: number | null
  events_per_second: number | null
}

interface Look {
  atMs: number
  block: number
  events: number
}

const WINDOW_MS = 60_000
/** Looks closer together than this say nothing new. */
const STEP_MS = 1_000

/** Rates from looks at the tables, taken whenever somebody asks: over the last minute, or since the first look within it. */
export function createThroughput(now: () => number = Date.now) {
  const looks = new Map<number, Look[]>()
  return (chainId: number, block: number | null, events: number): Rates => {
    const atMs = now()
    const known = (looks.get(chainId) ?? []).filter((look) => atMs - look.atMs <= WINDOW_MS)
    const last = known.at(-1)
    if (block !== null && (last === undefined || atMs - last.atMs >= STEP_MS)) known.push({ atMs, block, events })
    looks.set(chainId, known)
    const first = known[0]
    if (block === null || first === undefined || atMs - first.atMs < STEP_MS) {
      return { blocks_per_second: null, events_per_second: null }
    }
    const perSecond = (count: number) => Math.round((Math.max(0, count) / (atMs - first.atMs)) * 100_000) / 100
    return { blocks_per_second: perSecond(block - first.block), events_per_second: perSecond(events - first.events) }
  }
}
