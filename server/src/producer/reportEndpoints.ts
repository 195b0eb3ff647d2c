import type pg from 'pg'
import type { EndpointHealth } from '../chain/endpoint.ts'
import type { Rpc } from '../chain/rpc.ts'
import { errorMessage } from '../lib/errors.ts'
import type { Logger } from '../lib/logger.ts'

const LOOK_MS = 1_000
/** A state that did not change is written down again after this, so that a reader can tell old from new. */
const WRITE_MS = 10_000

/**
 * Writes down how the chain's endpoints are, at once when one's state changes, until `stop`. For people and readiness only:
 * that it cannot be written stops nothing.
 */
export function reportEndpoints(options: { pool: pg.Pool; chainId: number; rpc: Rpc; logger: Logger }): {
  stop(): Promise<void>
} {
  const { pool, chainId, rpc, logger } = options
  let written = { states: '', atMs: 0 }
  let writing: Promise<void> | undefined

  async function write(): Promise<void> {
    const health = rpc.health()
    const states = health.map(stateOf).join(' ')
    if (states === written.states && Date.now() - written.atMs < WRITE_MS) return
    try {
      await saveEndpoints(pool, chainId, health)
      written = { states, atMs: Date.now() }
    } catch (error) {
      logger.debug({ chainId, reason: errorMessage(error) }, 'health of the endpoints could not be written down')
    }
  }

  const timer = setInterval(() => {
    writing ??= write().finally(() => {
      writing = undefined
    })
  }, LOOK_MS)
  return {
    async stop() {
      clearInterval(timer)
      await writing
    },
  }
}

function stateOf(health: EndpointHealth): string {
  if (health.wrongChain) return 'wrong_chain'
  if (health.consecutiveFailures > 0) return 'failing'
  return health.lastOkAtMs === null ? 'unused' : 'healthy'
}

export async function saveEndpoints(pool: pg.Pool, chainId: number, health: EndpointHealth[]): Promise<void> {
  const time = (ms: number | null) => (ms ? new Date(ms).toISOString() : null)
  await pool.query(
    `with gone as (delete from rpc_endpoints where chain_id = $1 and position >= cardinality($2::text[]))
     insert into rpc_endpoints (chain_id, position, origin, state, consecutive_failures, requests, failures, concurrency,
                                last_error, last_ok_at, retry_at)
     select $1, position - 1, left(origin, 255), state, consecutive_failures, requests, failures, concurrency,
            last_error, last_ok_at, retry_at
     from unnest($2::text[], $3::text[], $4::int[], $5::bigint[], $6::bigint[], $7::int[], $8::text[], $9::timestamptz[],
                 $10::timestamptz[])
       with ordinality as row (origin, state, consecutive_failures, requests, failures, concurrency, last_error,
                               last_ok_at, retry_at, position)
     on conflict (chain_id, position) do update set
       origin = excluded.origin, state = excluded.state, consecutive_failures = excluded.consecutive_failures,
       requests = excluded.requests, failures = excluded.failures, concurrency = excluded.concurrency,
       last_error = excluded.last_error, last_ok_at = excluded.last_ok_at, retry_at = excluded.retry_at,
       updated_at = now()`,
    [
      chainId,
      health.map(({ origin }) => origin),
      health.map(stateOf),
      health.map(({ consecutiveFailures }) => consecutiveFailures),
      health.map(({ requests }) => requests),
      health.map(({ failures }) => failures),
      health.map(({ concurrency }) => concurrency),
      health.map(({ lastError }) => lastError),
      health.map(({ lastOkAtMs }) => time(lastOkAtMs)),
      health.map(({ retryAtMs }) => time(retryAtMs)),
    ],
  )
}
