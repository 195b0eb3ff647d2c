/** How many requests an endpoint gets at once. */
export interface AdaptiveLimit {
  /** Waits for a place. @throws the signal's reason when it aborts first */
  enter(signal?: AbortSignal): Promise<Ticket>
  /** Places at the moment. */
  size(): number
}

export interface Ticket {
  /** Gives the place back and tells how it went. */
  leave(result: 'accepted' | 'refused' | 'neither'): void
}

const START = 8

/**
 * Grows while requests are accepted (twofold until the first refusal, then by one a round), halves when one is refused, and
 * never passes the ceiling. Requests that were under way together count as one refusal.
 */
export function createAdaptiveLimit(ceiling: number): AdaptiveLimit {
  let size = Math.min(START, ceiling)
  let refusedBefore = false
  let inUse = 0
  let acceptedInRound = 0
  /** Someone had to wait in this round: only a limit that is used up says what more the endpoint would allow. */
  let wanted = false
  let round = 0
  const waiting: (() => void)[] = []

  function accepted(): void {
    if (++acceptedInRound < size) return
    acceptedInRound = 0
    if (wanted) size = Math.min(ceiling, refusedBefore ? size + 1 : size * 2)
    wanted = false
  }

  function refused(startedIn: number): void {
    if (startedIn < round) return
    round++
    refusedBefore = true
    acceptedInRound = 0
    size = Math.max(1, Math.floor(size / 2))
  }

  function wake(): void {
    while (inUse < size && waiting.length > 0) {
      inUse++
      waiting.shift()!()
    }
  }

  async function place(signal?: AbortSignal): Promise<void> {
    if (inUse < size) {
      inUse++
      return
    }
    wanted = true
    await new Promise<void>((resolve, reject) => {
      const onAbort = () => {
        waiting.splice(waiting.indexOf(enter), 1)
        reject(signal?.reason)
      }
      const enter = () => {
        signal?.removeEventListener('abort', onAbort)
        resolve()
      }
      signal?.addEventListener('abort', onAbort, { once: true })
      waiting.push(enter)
    })
  }

  return {
    size: () => size,
    async enter(signal) {
      signal?.throwIfAborted()
      await place(signal)
      const startedIn = round
      return {
        leave(result) {
          if (result === 'accepted') accepted()
          if (result === 'refused') refused(startedIn)
          inUse--
          wake()
        },
      }
    },
  }
}
