import { type Queryable, runPrepared, sql } from './sql.ts'

/** Where the tables of a chain stand, and the clock by which its campaigns are judged. */
export interface ChainPosition {
  chainId: number
  /** The block the tables are at; null before the first message was applied. */
  blockNumber: number | null
  /** Blocks up to this one can no longer be reorganised; -1 when unknown. */
  finalizedBlock: number
  /** Unix seconds: the later of wall time and the newest block's time. */
  clockTs: number
  /** Which reorganisation of the chain the tables are past. */
  epoch: number
  /** Another one as soon as anything that is answered changed, but for what the clock alone decides. */
  version: string
}

/** The chain asked for, or the deployment's first; undefined when there is none. */
export async function getChainPosition(db: Queryable, chainId: number | undefined): Promise<ChainPosition | undefined> {
  const rows = await runPrepared<ChainPosition>(
    db,
    sql`select c.chain_id as "chainId",
        (select min(k.last_block) from consumer_state k where k.chain_id = c.chain_id) as "blockNumber",
        coalesce(s.finalized_block, -1) as "finalizedBlock",
        floor(extract(epoch from greatest(now(), s.chain_head_time)))::bigint as "clockTs",
        coalesce((select max(k.epoch) from consumer_state k where k.chain_id = c.chain_id), 0) as epoch,
        concat_ws(' ', c.chain_id, s.finalized_block, (select max(id) from feed),
          (select string_agg(k.partition || ':' || k.epoch || '.' || k.seq || '.' || k.last_block, ' ' order by k.partition)
            from consumer_state k where k.chain_id = c.chain_id)) as version
      from chains c left join sync_state s on s.chain_id = c.chain_id
      where ${chainId ?? null}::bigint is null or c.chain_id = ${chainId ?? null}
      order by c.id limit 1`,
  )
  return rows[0]
}
