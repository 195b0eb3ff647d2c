/** Wakes the one who waits. */
export interface Bell {
  ring(): void
  /** Resolves at the next ring, after `ms`, or when the signal aborts, whichever comes first. */
  wait(ms: number): Promise<void>
}

/** A ring while nobody waits is kept. */
export function createBell(signal: AbortSignal): Bell {
  let rung = false
  let wake: (() => void) | undefined
  const ring = () => {
    rung = true
    wake?.()
  }
  signal.addEventListener('abort', ring, { once: true })
  return {
    ring,
    async wait(ms) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      rung = false
      wake = undefined
    },
  }
}
