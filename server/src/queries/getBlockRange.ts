import { type Queryable, run, sql } from './sql.ts'

/** From which block to which the tables of a chain hold everything; undefined before the first message was applied. */
export async function getBlockRange(
  db: Queryable,
  chainId: number,
): Promise<{ first: number; last: number } | undefined> {
  const [row] = await run<{ first: number; last: number }>(
    db,
    sql`select c.start_block as first, min(k.last_block) as last
      from chains c join consumer_state k on k.chain_id = c.chain_id where c.chain_id = ${chainId} group by c.start_block`,
  )
  return row
}
