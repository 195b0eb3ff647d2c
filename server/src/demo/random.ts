/** Numbers that look random and are the same on every machine: the demo is reproducible from its seeds. */
export interface Random {
  /** 0 <= x < 1 */
  next(): number
  range(from: number, to: number): number
  /** whole number, both ends included */
  int(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** mean 0, deviation 1 */
  normal(): number
}

/** mulberry32 over an FNV-1a hash of the seed's text. */
export function createRandom(seed: string): Random {
  let state = 0x811c9dc5
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193)

  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const range = (from: number, to: number): number => from + next() * (to - from)
  const int = (from: number, to: number): number => Math.floor(range(from, to + 1))
  return {
    next,
    range,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => {
      if (items.length === 0) throw new Error('Cannot pick from an empty list.')
      return items[int(0, items.length - 1)] as (typeof items)[number]
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}
