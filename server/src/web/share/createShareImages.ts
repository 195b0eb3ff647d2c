import { createSlots } from '../../ipfs/slots.ts'

/** About 100 KB each. */
const MAX_KEPT = 200
const DRAWING_MS = 20_000

/** Images by their version: drawn once, one after another, and kept while they are asked for. */
export function createShareImages({ maxKept = MAX_KEPT }: { maxKept?: number } = {}) {
  const kept = new Map<string, Promise<Buffer>>()
  const slots = createSlots(1)

  async function drawInTurn(draw: (signal: AbortSignal) => Promise<Buffer>): Promise<Buffer> {
    const signal = AbortSignal.timeout(DRAWING_MS)
    const release = await slots.acquire(signal)
    try {
      return await draw(signal)
    } finally {
      release()
    }
  }

  return {
    get(version: string, draw: (signal: AbortSignal) => Promise<Buffer>): Promise<Buffer> {
      const known = kept.get(version)
      const image = known ?? drawInTurn(draw)
      // The last asked for stands last, so that the first is the one to go.
      kept.delete(version)
      kept.set(version, image)
      if (known === undefined) {
        image.catch(() => kept.delete(version))
        const oldest = kept.keys().next().value
        if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest)
      }
      return image
    },
  }
}
