import type pg from 'pg'
import type { ChainPosition } from './getChainPosition.ts'
import { runPrepared, sql } from './sql.ts'

/** Where the documents of open campaigns lie. */
export interface OpenDocuments {
  /** None of an older id is of one. */
  oldest: number
  newest: number
  /** How many there are. */
  count: number
}

interface Kept {
  epoch: number
  at: number
  read: Promise<OpenDocuments | undefined>
}

/** Older ones are right still, as nothing of an older id opens again but by a reorganisation; but they leave less out than they could. */
const KEPT_MS = 60_000
/** So much behind the clock they are looked at: who asks may have been told of an earlier one. */
const MARGIN_SECONDS = 60

const known = new WeakMap<pg.Pool, Map<number, Kept>>()

/** Undefined where none is open. Worked out again beside who asks, but after a reorganisation, when that one waits. */
export async function getOpenDocuments(pool: pg.Pool, chain: ChainPosition): Promise<OpenDocuments | undefined> {
  const ofPool = known.get(pool) ?? new Map<number, Kept>()
  known.set(pool, ofPool)
  const found = ofPool.get(chain.chainId)
  const isRight = found?.epoch === chain.epoch
  if (isRight && Date.now() - found.at < KEPT_MS) return found.read
  const reading: Kept = { epoch: chain.epoch, at: Date.now(), read: readOpen(pool, chain) }
  ofPool.set(chain.chainId, reading)
  reading.read.catch(() => {
    if (ofPool.get(chain.chainId) === reading) ofPool.delete(chain.chainId)
  })
  return isRight ? found.read : reading.read
}

/** One by one by key: of a hash of all documents most would be for nothing. */
async function readOpen(pool: pg.Pool, chain: ChainPosition): Promise<OpenDocuments | undefined> {
  const [row] = await runPrepared<{ oldest: number | null; newest: number; count: number }>(
    pool,
    sql`select min(m.id) as oldest, max(m.id) as newest, count(*) as count
      from (
        select campaign_address from counted_campaigns
        where chain_id = ${chain.chainId} and deadline_ts > ${chain.clockTs - MARGIN_SECONDS}::bigint and outcome = 0
      ) k cross join lateral (
        select id from campaign_metadata where chain_id = ${chain.chainId} and campaign_address = k.campaign_address limit 1
      ) m`,
  )
  const { oldest, newest, count } = row!
  return oldest === null ? undefined : { oldest, newest, count }
}
