import { setTimeout as sleep } from 'node:timers/promises'
import { errorMessage } from './errors.ts'
import type { Logger } from './logger.ts'

/** What a process opened, closed in the reverse order when it ends. */
export interface Shutdown {
  /** Aborts as soon as the process is to end. */
  signal: AbortSignal
  /** Registers something to close; what was registered last closes first. */
  defer(name: string, close: () => Promise<unknown> | unknown): void
  /** Closes everything, once; a part that fails or hangs does not keep the others. Whether all of them closed in time. */
  run(): Promise<boolean>
}

/** Supervisors kill after 10 s (Docker) or later: all of it must be done by then, and a part that hangs leave time for the rest. */
export const CLOSE_ALL_WITHIN_MS = 9_000
const CLOSE_ONE_WITHIN_MS = 6_000
/** Even when the time is over, each part is told. */
const LEAST_MS = 200

export function createShutdown(
  logger: Logger,
  within: { all: number; one: number } = { all: CLOSE_ALL_WITHIN_MS, one: CLOSE_ONE_WITHIN_MS },
): Shutdown {
  const aborter = new AbortController()
  const closers: { name: string; close: () => Promise<unknown> | unknown }[] = []
  let done: Promise<boolean> | undefined

  async function closeAll(): Promise<boolean> {
    aborter.abort()
    const deadlineMs = Date.now() + within.all
    let isClean = true
    for (const { name, close } of closers.reverse()) {
      const timeoutMs = Math.max(LEAST_MS, Math.min(within.one, deadlineMs - Date.now()))
      const timeout = sleep(timeoutMs, undefined, { ref: false }).then(() => {
        throw new Error(`it did not end within ${timeoutMs} ms`)
      })
      await Promise.race([Promise.resolve().then(close), timeout]).catch((error: unknown) => {
        isClean = false
        logger.warn({ part: name, reason: errorMessage(error) }, 'could not be closed cleanly')
      })
    }
    return isClean
  }

  return {
    signal: aborter.signal,
    defer: (name, close) => void closers.push({ name, close }),
    run: () => (done ??= closeAll()),
  }
}
