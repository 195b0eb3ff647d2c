import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'

const POLL_MS = 2_000

/** Resolves when a halted chain was taken up again by someone else, or when the signal aborts. */
export async function untilResumed(pool: pg.Pool, chainId: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sleep(POLL_MS, undefined, { signal }).catch(() => {})
    const halted = await pool
      .query('select from sync_state where chain_id = $1 and halted_reason is not null', [chainId])
      .then(({ rowCount }) => rowCount !== 0)
      // A database that is away for a moment says nothing.
      .catch(() => true)
    if (!halted) return
  }
}
