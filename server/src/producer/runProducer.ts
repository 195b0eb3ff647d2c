import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Broker } from '../broker/Broker.ts'
import type { Rpc } from '../chain/rpc.ts'
import { errorMessage, KindlingError } from '../lib/errors.ts'
import type { Logger } from '../lib/logger.ts'
import { type Anchor, checkPartitions, saveFailure, saveHalt } from './checkpoint.ts'
import { type FollowedChain, followChain } from './followChain.ts'
import { withProducerLock } from './producerLock.ts'

const MAX_BACKOFF_MS = 15_000

export interface ProducerOptions {
  chain: FollowedChain
  rpc: Rpc
  broker: Broker
  pool: pg.Pool
  databaseUrl: string
  logger: Logger
  signal: AbortSignal
  /** Begin here, whatever the checkpoint says: a person's word for what is right. */
  startAt?: Anchor
}

/**
 * Follows a chain's head until the signal aborts: reads blocks, publishes them, moves the checkpoint. Every failure is
 * tried again from the checkpoint with backoff; nothing is skipped.
 *
 * @throws KindlingError that is not retryable (a reorg deeper than the limit, an endpoint of another chain): the reason
 * is in sync_state, the producer has stopped
 */
export async function runProducer(options: ProducerOptions): Promise<void> {
  const { chain, pool, databaseUrl, logger, signal } = options
  let { startAt } = options
  let failing: string | null = null
  /** Written down for readiness; the database may be what fails. */
  const report = (reason: string | null) => {
    if (reason === failing) return
    failing = reason
    saveFailure(pool, chain.chainId, reason).catch(() => {
      failing = null
    })
  }
  for (let failures = 0; !signal.aborted; ) {
    try {
      await withProducerLock(
        databaseUrl,
        chain.chainId,
        signal,
        async (held) => {
          await checkPartitions(pool, chain.chainId, chain.partitions)
          return followChain({
            ...options,
            startAt,
            signal: held,
            onProgress: () => {
              failures = 0
              startAt = undefined
              report(null)
            },
            onFailure: report,
          })
        },
        () => logger.info({ chainId: chain.chainId }, 'another producer follows this chain, standing by'),
      )
    } catch (error) {
      if (signal.aborted) return
      if (error instanceof KindlingError && !error.retryable) {
        logger.fatal({ chainId: chain.chainId, reason: error.message }, 'producer stopped')
        await saveHalt(pool, chain.chainId, error.message)
        throw error
      }
      report(errorMessage(error))
      const backoffMs = Math.min(MAX_BACKOFF_MS, 100 * 2 ** Math.min(failures++, 10))
      logger.warn(
        { chainId: chain.chainId, reason: errorMessage(error), backoffMs },
        'producer failed, starting again from its checkpoint',
      )
      await sleep(backoffMs, undefined, { signal }).catch(() => {})
    }
  }
}
