import type pg from 'pg'
import { run, sql } from './sql.ts'

/** Whether the chain has a campaign at this address. */
export async function hasCampaign(pool: pg.Pool, chainId: number, address: string): Promise<boolean> {
  return (await run(pool, sql`select 1 from campaigns where chain_id = ${chainId} and address = ${address}`)).length > 0
}
