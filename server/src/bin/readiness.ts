import type pg from 'pg'
import type { Config } from '../lib/config.ts'
import { errorMessage } from '../lib/errors.ts'
import { getSyncState } from '../queries/getSyncState.ts'
import { listChains } from '../queries/listChains.ts'

export interface Readiness {
  ready: boolean
  checks: Record<string, { ok: boolean; detail: string }>
}

/** Whether this deployment answers with what the chain says now: the database is there and no chain is stalled. */
export function createReadiness(config: Config, pool: pg.Pool): () => Promise<Readiness> {
  return async () => {
    const checks: Readiness['checks'] = {}
    try {
      const halted = await haltedReasons(pool)
      checks['database'] = { ok: true, detail: 'answers' }
      for (const chain of await listChains(pool)) {
        const state = await getSyncState(pool, chain.chain_id, config)
        if (!state) continue
        const reason = halted.get(chain.chain_id)
        checks[`chain ${chain.chain_id}`] = {
          ok: state.state !== 'stalled',
          detail: reason ?? `${state.state}, block ${state.last_block ?? 'none'} of ${state.chain_head ?? 'unknown'}`,
        }
      }
    } catch (error) {
      checks['database'] = { ok: false, detail: errorMessage(error) }
    }
    return { ready: Object.values(checks).every((check) => check.ok), checks }
  }
}

async function haltedReasons(pool: pg.Pool): Promise<Map<number, string>> {
  const { rows } = await pool.query('select chain_id, halted_reason from sync_state where halted_reason is not null')
  return new Map(rows.map((row) => [row.chain_id, row.halted_reason]))
}
