/** The same numbers in [0, 1) in every process, from a seed (mulberry32, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Draws 0 … count − 1, the kth as often as 1 / (k + 1 + flatness)^exponent (Zipf and Mandelbrot's law of words). */
export function createZipf(count: number, exponent = 1, flatness = 2): (random: () => number) => number {
  const below = new Float64Array(count)
  let sum = 0
  for (let i = 0; i < count; i++) below[i] = sum += (i + 1 + flatness) ** -exponent
  return (random) => {
    const wanted = random() * sum
    let [low, high] = [0, count - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (below[middle]! < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** `bytes` of hex digits, spread like a hash. */
export function hexOf(kind: number, n: number, bytes: number): string {
  let hex = ''
  let state = (Math.imul(kind, 0x9e3779b1) ^ Math.imul(n + 1, 0x85ebca6b)) >>> 0
  for (let i = 0; i < bytes; i += 4) {
    state = Math.imul(state ^ (state >>> 16), 0x21f0aaad) >>> 0
    state = Math.imul(state ^ (state >>> 15), 0x735a2d97) >>> 0
    state = (state ^ (state >>> 15) ^ Math.imul(n + i, 0xc2b2ae35)) >>> 0
    hex += state.toString(16).padStart(8, '0')
  }
  return `0x${hex}`
}
