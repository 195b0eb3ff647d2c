/** How often something happened within its window, and when the window ends. */
export interface Count {
  count: number
  resetMs: number
}

/** Counters that end with their window. */
export interface LimitStore {
  /** Adds to a counter, or looks at it with 0. */
  add(key: string, amount: number, windowMs: number): Count | Promise<Count>
  close(): Promise<void>
}

const MAX_KEYS = 50_000

/** Counters of this process. The ones begun first go first when there are too many. */
export function createMemoryLimitStore(now: () => number = Date.now): LimitStore {
  const windows = new Map<string, { count: number; endsAt: number }>()
  return {
    add(key, amount, windowMs) {
      const time = now()
      let window = windows.get(key)
      if (window === undefined || window.endsAt <= time) {
        windows.delete(key)
        window = { count: 0, endsAt: time + windowMs }
        if (amount > 0) windows.set(key, window)
        if (windows.size > MAX_KEYS) windows.delete(windows.keys().next().value!)
      }
      window.count += amount
      return { count: window.count, resetMs: window.endsAt - time }
    },
    async close() {
      windows.clear()
    },
  }
}
