/** At most `limit` at once; the others wait in the order they came. */
export function createSlots(limit: number) {
  let taken = 0
  const waiting: (() => void)[] = []

  const release = () => {
    taken -= 1
    waiting.shift()?.()
  }

  /** Resolves to the function that gives the slot back. @throws the signal's reason when it aborts while waiting */
  async function acquire(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted()
    if (taken >= limit) {
      await new Promise<void>((resolve, reject) => {
        const leave = () => {
          waiting.splice(waiting.indexOf(enter), 1)
          reject(signal.reason)
        }
        const enter = () => {
          signal.removeEventListener('abort', leave)
          resolve()
          // Taken at once: between now and the waiter's turn to run, nobody else may come in.
          taken += 1
        }
        waiting.push(enter)
        signal.addEventListener('abort', leave, { once: true })
      })
    } else taken += 1
    return release
  }

  return { acquire, taken: () => taken, waiting: () => waiting.length }
}

/** Slots for each key apart, so that one who takes all of his keeps nobody else waiting. */
export function createSlotsByKey<Key>(limit: number) {
  const byKey = new Map<Key, ReturnType<typeof createSlots>>()

  return async function acquire(key: Key, signal: AbortSignal): Promise<() => void> {
    const slots = byKey.get(key) ?? createSlots(limit)
    byKey.set(key, slots)
    const forget = () => {
      if (slots.taken() === 0 && slots.waiting() === 0 && byKey.get(key) === slots) byKey.delete(key)
    }
    try {
      const release = await slots.acquire(signal)
      return () => {
        release()
        forget()
      }
    } catch (error) {
      forget()
      throw error
    }
  }
}
