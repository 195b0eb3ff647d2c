import type pg from 'pg'
import { errorMessage } from '../../src/lib/errors.ts'
import { waitFor } from './waitFor.ts'

/** Waits until every lane stands at this block. */
export async function waitForHead(
  pool: pg.Pool,
  block: { number: bigint; hash: string },
  partitions = 1,
  timeoutMs = 30_000,
  pollMs?: number,
): Promise<void> {
  let last: unknown
  await waitFor(
    `every lane at block ${block.number} ${block.hash}`,
    async () => {
      // The database may be one of what is restarted.
      const rows = await pool
        .query('select last_block, last_block_hash from consumer_state')
        .then((result) => result.rows)
        .catch((error: unknown) => [{ error: errorMessage(error) }])
      last = rows
      return (
        rows.length === partitions &&
        rows.every((row) => row.last_block === Number(block.number) && row.last_block_hash === block.hash)
      )
    },
    timeoutMs,
    pollMs,
  ).catch((error: Error) => {
    throw new Error(`${error.message}; lanes: ${JSON.stringify(last)}`)
  })
}
