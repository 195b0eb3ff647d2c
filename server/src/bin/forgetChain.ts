import type pg from 'pg'
import { CLI } from '../audit/cliActor.ts'
import { recordAction } from '../audit/recordAction.ts'
import { ADVISORY_LOCKS } from '../lib/advisoryLocks.ts'
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
    await holdWriters(tx, chainId)
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

/**
 * Waits for those who write about the chain, in the order in which they take their locks: the producer its state, a lane its own and
 * then the chain, whoever writes documents those; and all of them count behind the lock of the rollups.
 */
async function holdWriters(tx: pg.ClientBase, chainId: number): Promise<void> {
  await tx.query('select from sync_state where chain_id = $1 for update', [chainId])
  await tx.query('select from consumer_state where chain_id = $1 order by partition for update', [chainId])
  await tx.query('select from chains where chain_id = $1 for update', [chainId])
  await tx.query('lock table campaign_metadata in share row exclusive mode')
  await tx.query('select pg_advisory_xact_lock($1, hashint8($2))', [ADVISORY_LOCKS.rollups, chainId])
}
