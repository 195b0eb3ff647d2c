import { errorMessage } from './errors.ts'
import type { Logger } from './logger.ts'

/** What a process opened, closed in the reverse order when it ends. */
export interface Shutdown {
  /** Aborts as soon as the process is to end. */
  signal: AbortSignal
  /** Registers something to close; what was registered last closes first. */
  defer(name: string, close: () => Promise<unknown> | unknown): void
  /** Closes everything, once; a part that fails or hangs does not keep the others. */
  run(): Promise<void>
}

const CLOSE_TIMEOUT_MS = 15_000

export function createShutdown(logger: Logger): Shutdown {
  const aborter = new AbortController()
  const closers: { name: string; close: () => Promise<unknown> | unknown }[] = []
  let done: Promise<void> | undefined

  async function closeAll(): Promise<void> {
    aborter.abort()
    for (const { name, close } of closers.reverse()) {
      const timeout = new Promise((_, reject) =>
        setTimeout(() => reject(new Error('it did not end in time')), CLOSE_TIMEOUT_MS).unref(),
      )
      await Promise.race([Promise.resolve().then(close), timeout]).catch((error: unknown) =>
        logger.warn({ part: name, reason: errorMessage(error) }, 'could not be closed cleanly'),
      )
    }
  }

  return {
    signal: aborter.signal,
    defer: (name, close) => void closers.push({ name, close }),
    run: () => (done ??= closeAll()),
  }
}
