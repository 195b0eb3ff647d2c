import type pg from 'pg'
import { run, sql } from './sql.ts'

/** How a node that the producer asks is doing, as the producer last wrote it down. Never holds a key. */
export interface RpcEndpoint {
  chain_id: number
  /** In RPC_URL's list, from 0. */
  position: number
  /** Scheme and host. */
  origin: string
  /** `unknown`: no producer has written for a minute. */
  state: 'healthy' | 'failing' | 'wrong_chain' | 'unused' | 'unknown'
  consecutive_failures: number
  /** Since the producer started, as `failures`. */
  requests: number
  failures: number
  /** Requests it gets at once at the moment. */
  concurrency: number
  last_error: string | null
  last_ok_at: string | null
  /** Not asked before, unless all others fail too; null where that is past. */
  retry_at: string | null
  updated_at: string
}

type Row = Omit<RpcEndpoint, 'last_ok_at' | 'retry_at' | 'updated_at'> & {
  last_ok_at: Date | null
  retry_at: Date | null
  updated_at: Date
}

/** Every chain's endpoints, in their order. */
export async function listRpcEndpoints(pool: pg.Pool): Promise<RpcEndpoint[]> {
  const rows = await run<Row>(
    pool,
    sql`select e.chain_id, e.position, e.origin, e.consecutive_failures, e.requests, e.failures, e.concurrency,
        case when e.updated_at < now() - interval '1 minute' then 'unknown' else e.state end as state,
        e.last_error, e.last_ok_at, case when e.retry_at > now() then e.retry_at end as retry_at, e.updated_at
      from rpc_endpoints e join chains c using (chain_id) order by c.id, e.position`,
  )
  return rows.map((row) => ({
    ...row,
    last_ok_at: row.last_ok_at?.toISOString() ?? null,
    retry_at: row.retry_at?.toISOString() ?? null,
    updated_at: row.updated_at.toISOString(),
  }))
}
