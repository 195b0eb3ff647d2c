/** About 100 KB each. */
const MAX_KEPT = 200

/** Images by their version: made once, also for all who ask meanwhile, and kept while they are asked for. */
export function createShareImages({ maxKept = MAX_KEPT }: { maxKept?: number } = {}) {
  const kept = new Map<string, Promise<Buffer>>()

  return {
    /** What fails is not kept. */
    get(version: string, draw: () => Promise<Buffer>): Promise<Buffer> {
      const known = kept.get(version)
      const image = known ?? draw()
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
