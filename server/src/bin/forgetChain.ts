import type pg from 'pg'
import { CLI } from '../audit/cliActor.ts'
import { recordAction } from '../audit/recordAction.ts'
import { withTransaction } from '../lib/database.ts'

/** Removes all that the tables tell of a chain: a local chain begun anew has nothing in common with the one before. */
export async function forgetChain(pool: pg.Pool, chainId: number): Promise<void> {
  // Campaigns first: their triggers take away what is counted of them. The chain itself last.
  const { rows } = await pool.query<{ name: string }>(
    `select quote_ident(columns.table_name) as name
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and column_name = 'chain_id' and table_type = 'BASE TABLE'
     order by columns.table_name = 'chains', columns.table_name <> 'campaigns'`,
  )
  await withTransaction(pool, async (tx) => {
    let forgotten = 0
    for (const { name } of rows)
      forgotten += (await tx.query(`delete from ${name} where chain_id = $1`, [chainId])).rowCount ?? 0
    for (const table of ['broker_messages', 'dead_letters']) {
      const { rowCount } = await tx.query(`delete from ${table} where queue like $1`, [`kindling.${chainId}.%`])
      forgotten += rowCount ?? 0
    }
    if (forgotten > 0)
      await recordAction(tx, CLI, {
        action: 'chain.forget',
        subject: `chain:${chainId}`,
        before: { rows: forgotten },
      })
  })
}
