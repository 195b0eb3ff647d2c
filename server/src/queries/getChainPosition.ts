import { serverStart } from './serverStart.ts'
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
  /** The newest row of the feed, which names all campaigns that changed; 0 before the first. */
  feedId: number
  /** See serverStart.ts. */
  serverStart: number
  /** What the statement saw that read it: one that sees the same reads what is at this position. */
  seen: string | null
}

/** A position, and when its newest block was mined (Unix seconds; null where there is none): the clock is the later of this and wall time. */
export interface TimedPosition {
  position: ChainPosition
  headTs: number | null
}

/**
 * What a statement sees: the server, since it last lost something, and which transactions (PostgreSQL manual, section 9.27.8). Two that see the same
 * transactions read the same rows. Null on a standby, whose snapshots do not tell which transactions are under way.
 */
export const seen = sql`case when not pg_is_in_recovery()
  then ${serverStart} || ' ' || pg_current_snapshot() end`

/** What is seen now, and wall time (Unix seconds): a tenth of the work of reading a position. */
export async function getSeen(db: Queryable): Promise<{ seen: string | null; nowTs: number }> {
  const [row] = await runPrepared<{ seen: string | null; nowTs: number }>(
    db,
    sql`select ${seen} as seen, floor(extract(epoch from now()))::bigint as "nowTs"`,
  )
  return row!
}

/** The chain asked for, or the deployment's first; undefined when there is none. */
export async function getChainPosition(db: Queryable, chainId: number | undefined): Promise<ChainPosition | undefined> {
  return (await getTimedPosition(db, chainId))?.position
}

/** The same, with the time of its newest block. */
export async function getTimedPosition(db: Queryable, chainId: number | undefined): Promise<TimedPosition | undefined> {
  const [row] = await runPrepared<ChainPosition & Pick<TimedPosition, 'headTs'>>(
    db,
    sql`select c.chain_id as "chainId",
        (select min(k.last_block) from consumer_state k where k.chain_id = c.chain_id) as "blockNumber",
        coalesce(s.finalized_block, -1) as "finalizedBlock",
        floor(extract(epoch from greatest(now(), s.chain_head_time)))::bigint as "clockTs",
        coalesce((select max(k.epoch) from consumer_state k where k.chain_id = c.chain_id), 0) as epoch,
        floor(extract(epoch from s.chain_head_time))::bigint as "headTs", ${seen} as seen,
        coalesce(newest.id, 0) as "feedId", ${serverStart} as "serverStart",
        concat_ws(' ', c.chain_id, s.finalized_block, newest.id,
          (select string_agg(k.partition || ':' || k.epoch || '.' || k.seq || '.' || k.last_block, ' ' order by k.partition)
            from consumer_state k where k.chain_id = c.chain_id)) as version
      from chains c left join sync_state s on s.chain_id = c.chain_id cross join (select max(id) as id from feed) newest
      where ${chainId ?? null}::bigint is null or c.chain_id = ${chainId ?? null}
      order by c.id limit 1`,
  )
  if (row === undefined) return undefined
  const { headTs, ...position } = row
  return { position, headTs }
}
