import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { ADVISORY_LOCKS } from '../lib/advisoryLocks.ts'
import { connectionConfig } from '../lib/database.ts'
import { KindlingError } from '../lib/errors.ts'

const RETRY_MS = 1_000

/**
 * Runs `work` while no other producer of the chain runs: the lock lives and dies with a database session. `work`'s signal
 * aborts when the session is lost.
 */
export async function withProducerLock<T>(
  databaseUrl: string,
  chainId: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
  onWaiting?: () => void,
): Promise<T> {
  const client = new pg.Client(connectionConfig(databaseUrl, `kindling producer ${chainId}`))
  const lost = new AbortController()
  const lose = (cause?: Error) =>
    lost.abort(
      new KindlingError('producer_lock_lost', `The producer of chain ${chainId} lost its database session.`, {
        retryable: true,
        cause,
      }),
    )
  client.on('error', lose)
  client.on('end', () => lose())
  await client.connect()
  try {
    let waited = false
    while (!(await tryLock(client, chainId))) {
      if (!waited) onWaiting?.()
      waited = true
      await sleep(RETRY_MS, undefined, { signal })
    }
    return await work(AbortSignal.any([signal, lost.signal]))
  } finally {
    client.removeAllListeners('end')
    await client.end().catch(() => {})
  }
}

async function tryLock(client: pg.Client, chainId: number): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock($1, hashint8($2)) as locked', [
    ADVISORY_LOCKS.producer,
    chainId,
  ])
  return rows[0].locked
}
