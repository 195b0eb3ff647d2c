import type pg from 'pg'
import { run, sql } from './sql.ts'

export interface Chain {
  id: number
  name: string
  chain_id: number
  native_symbol: string
  explorer_url: string | null
  factory_addresses: string[]
  created_at: string
  updated_at: string
}

/** The chains this deployment follows, its first one first. */
export async function listChains(pool: pg.Pool): Promise<Chain[]> {
  const rows = await run<Omit<Chain, 'created_at' | 'updated_at'> & { created_at: Date; updated_at: Date }>(
    pool,
    sql`select id, name, chain_id, native_symbol, explorer_url, factory_addresses::text[] as factory_addresses,
        created_at, updated_at
      from chains order by id`,
  )
  return rows.map((row) => ({
    ...row,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }))
}
