/** A place to work in, of which there are so many; who comes when all are taken waits, and the first to come is the first to get one. */
export interface Line {
  /**
   * Takes a place; whoever does must leave.
   *
   * @returns whether it had to be waited for
   * @throws the signal's reason, when that aborts first
   */
  enter(signal: AbortSignal): Promise<boolean>
  leave(): void
  /** How many have a place, and how many wait for one. */
  count(): { inside: number; waiting: number }
}

/** @param places how many there are */
export function createLine(places: number): Line {
  let inside = 0
  const waiting = new Set<() => void>()
  return {
    async enter(signal) {
      signal.throwIfAborted()
      if (inside < places) {
        inside++
        return false
      }
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const onAbort = () => {
        waiting.delete(resolve)
        reject(signal.reason)
      }
      waiting.add(resolve)
      signal.addEventListener('abort', onAbort)
      await promise.finally(() => signal.removeEventListener('abort', onAbort))
      return true
    },
    leave() {
      const [next] = waiting
      if (next === undefined) return void inside--
      // The place goes on to the next one.
      waiting.delete(next)
      next()
    },
    count: () => ({ inside, waiting: waiting.size }),
  }
}
