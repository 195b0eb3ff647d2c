import type pg from 'pg'
import type { Config } from '../lib/config.ts'
import { errorMessage } from '../lib/errors.ts'
import { getSyncState } from '../queries/getSyncState.ts'
import { listChains } from '../queries/listChains.ts'
import { listPipelineFigures, type PipelineFigures } from '../queries/listPipelineFigures.ts'

export interface Readiness {
  ready: boolean
  checks: Record<string, { ok: boolean; detail: string }>
}

/** A message that has waited so long, or a producer that has failed so long, will not mend itself in a moment. */
const PATIENCE_SECONDS = 45

/**
 * Whether this deployment answers with what the chain says now: the database is there, every chain's producer and consumers get
 * on. Dead letters are told of but do not make it unready: a lane that lacks one's blocks stalls, and that does.
 */
export function createReadiness(config: Config, pool: pg.Pool): () => Promise<Readiness> {
  return async () => {
    const checks: Readiness['checks'] = {}
    try {
      const figures = new Map((await listPipelineFigures(pool)).map((chain) => [chain.chain_id, chain]))
      checks['database'] = { ok: true, detail: 'answers' }
      for (const { chain_id } of await listChains(pool)) {
        const state = await getSyncState(pool, chain_id, config)
        const chain = figures.get(chain_id)
        if (!state || !chain) continue
        checks[`chain ${chain_id}`] = describeChain(state.state, chain)
        checks[`queues of chain ${chain_id}`] = describeQueues(chain)
      }
      const letters = await countDeadLetters(pool)
      checks['dead letters'] = {
        ok: true,
        detail: letters === 0 ? 'none' : `${letters} ("kindling broker dead-letters list")`,
      }
    } catch (error) {
      checks['database'] = { ok: false, detail: withoutAddresses(errorMessage(error)) }
    }
    return { ready: Object.values(checks).every((check) => check.ok), checks }
  }
}

function describeChain(state: string, chain: PipelineFigures): { ok: boolean; detail: string } {
  if (chain.halted_reason !== null) return { ok: false, detail: `halted: ${withoutAddresses(chain.halted_reason)}` }
  const at = `block ${chain.last_block ?? 'none'} of ${chain.chain_head ?? 'unknown'}`
  const lag = chain.lag_blocks ? `, ${chain.lag_blocks} blocks (${chain.lag_seconds ?? '?'} s) behind` : ''
  const failing = chain.failing_seconds >= PATIENCE_SECONDS
  const trouble = failing
    ? `, the producer fails since ${chain.failing_seconds} s: ${withoutAddresses(chain.failing_reason ?? '')}`
    : ''
  return { ok: state !== 'stalled' && !failing, detail: `${state}, ${at}${lag}${trouble}` }
}

/** Where our servers are is nobody's business, and the host of an RPC endpoint may hold its key. */
function withoutAddresses(reason: string): string {
  return reason
    .replace(/\b[a-z]+:\/\/\S+/gi, 'an endpoint')
    .replace(/\b(\d{1,3}\.){3}\d{1,3}(:\d+)?|\[?::1\]?(:\d+)?|\b[\w-]+(\.[\w-]+)+:\d+/g, 'a server')
    .replace(/(getaddrinfo \w+) \S+/g, '$1')
}

function describeQueues(chain: PipelineFigures): { ok: boolean; detail: string } {
  const oldest = chain.oldest_unacknowledged_seconds
  return {
    ok: oldest < PATIENCE_SECONDS,
    detail: `${chain.queue_depth} messages wait${oldest > 0 ? `, nothing acknowledged for ${oldest} s` : ''}`,
  }
}

async function countDeadLetters(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query('select count(*) as count from dead_letters')
  return rows[0].count
}
