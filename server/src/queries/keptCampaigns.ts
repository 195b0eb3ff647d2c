import { RecentlyUsed } from '../lib/RecentlyUsed.ts'
import { type Campaign, type CampaignRow, campaignColumns, toCampaign } from './campaignRow.ts'
import { type Said, STORY_BYTES } from './foundText.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { type Queryable, runPrepared, sql } from './sql.ts'

/** A campaign of which a document tells, as both were read. */
export interface KeptCampaign {
  /** As at second 0 of the clock, which decides its status and whether it takes donations. */
  campaign: Campaign
  deadlineTs: number
  /** Of the document that its CID names now. */
  said: Said
  /** The category in small letters. */
  category: string | null
  /** How many gave to it within seven days, as of the windows that were worked out then. */
  recent: { computedAt: string | null; donors: number } | undefined
}

interface Kept {
  /** Null where no campaign is there that names this document. */
  found: KeptCampaign | null
  /** As the feed names it. */
  campaign: string
  readAtMs: number
  bytes: number
}

interface KeptRow extends Omit<CampaignRow, 'address'>, Omit<Said, 'story'> {
  address: string | null
  named_chain: number
  named_address: string
  kind: string | null
  story_bytes: number
  feed_id: number
}

/** At most so much is kept of a pool's campaigns unless said otherwise: some 12,000, where stories have 250 words. */
const KEPT_BYTES = 64 * 1024 * 1024
/** What one takes beside its texts. */
const ENTRY_BYTES = 1_800
/** What changes behind the feed's back, by a hand in the database, is seen after so long. */
const MOST_AGE_MS = 5 * 60_000
/** Where the feed grew by more rows than this, all is forgotten instead. */
const MOST_FEED = 1_000

/**
 * Rows of campaigns and what their documents say, kept as long as the feed names no change of them: a search looks at 120 campaigns, most of which
 * the one before looked at too, and to find, send and parse them anew takes twice what finding their documents takes.
 *
 * All of them are as of one row of the feed, the newest that was followed: what changed up to there was forgotten, and what was read behind it, or
 * before it, is not kept. An answer at an earlier position may still be made of them: `readAt` then finds that the chain has moved, and reads in a
 * snapshot, for which nothing is kept.
 */
export class KeptCampaigns {
  /** By the id of the document. */
  readonly #kept: RecentlyUsed<Kept, number>
  readonly #documents = new Map<string, Set<number>>()
  readonly #isKeeping: boolean
  #feedId = 0
  #serverStart = 0
  /** Another one whenever something was forgotten: what was being read meanwhile is not kept. */
  #generation = 0
  #forgetting: Promise<void> | undefined

  constructor(maxBytes: number) {
    this.#kept = new RecentlyUsed(maxBytes, (document, { campaign }) => {
      const documents = this.#documents.get(campaign)
      documents?.delete(document)
      if (documents?.size === 0) this.#documents.delete(campaign)
    })
    this.#isKeeping = maxBytes > 0
  }

  get bytes(): number {
    return this.#kept.bytes
  }

  /** Forgets what changed up to a position. */
  async follow(db: Queryable, { feedId, serverStart }: ChainPosition): Promise<void> {
    if (!this.#isKeeping) return
    if (serverStart !== this.#serverStart) {
      this.#serverStart = serverStart
      this.#forgetAll(feedId)
    }
    while (this.#feedId < feedId) {
      this.#forgetting ??= this.#forgetChanged(db, feedId).finally(() => {
        this.#forgetting = undefined
      })
      await this.#forgetting
    }
  }

  /**
   * What these documents tell of, in their order, null where no campaign names them any more; and the row of the feed as of which all of it is,
   * undefined where some was not kept.
   */
  async read(
    db: Queryable,
    documents: readonly number[],
  ): Promise<{ campaigns: (KeptCampaign | null)[]; feedId: number | undefined }> {
    const oldestMs = Date.now() - MOST_AGE_MS
    const missing: number[] = []
    const found = documents.map((document) => {
      const kept = this.#kept.get(document)
      if (kept !== undefined && kept.readAtMs >= oldestMs) return kept.found
      missing.push(document)
      return null
    })
    if (missing.length === 0) return { campaigns: found, feedId: this.#feedId }
    const generation = this.#generation
    const rows = await readRows(db, missing)
    const read = new Map(rows.map((row) => [row.document, toKept(row)]))
    // What was read behind a change that is not followed yet is newer than the rest.
    const isAsKept = generation === this.#generation && rows[0]?.feed_id === this.#feedId
    if (this.#isKeeping && isAsKept) for (const row of rows) this.#keep(row, read.get(row.document)!)
    return { campaigns: found.map((one, i) => one ?? read.get(documents[i]!) ?? null), feedId: undefined }
  }

  #keep(row: KeptRow, found: KeptCampaign | null): void {
    const campaign = keyOf(row.named_chain, row.named_address)
    if (!this.#kept.set(row.document, { found, campaign, readAtMs: Date.now(), bytes: bytesOf(row) })) return
    const documents = this.#documents.get(campaign)
    if (documents === undefined) this.#documents.set(campaign, new Set([row.document]))
    else documents.add(row.document)
  }

  #forgetAll(feedId: number): void {
    this.#kept.clear()
    this.#documents.clear()
    this.#feedId = feedId
    this.#generation++
  }

  async #forgetChanged(db: Queryable, feedId: number): Promise<void> {
    const from = this.#feedId
    const generation = this.#generation
    const rows = await runPrepared<{ chain_id: number; campaigns: string[] | null; oldest: number }>(
      db,
      sql`select chain_id, campaigns::text[] as campaigns, (select min(id) from feed) as oldest
        from feed where id > ${from} and id <= ${feedId} order by id limit ${MOST_FEED + 1}::bigint`,
    )
    if (generation !== this.#generation) return
    // Old rows of the feed go.
    const isTold = rows.length > 0 && rows.length <= MOST_FEED && rows[0]!.oldest <= from
    if (!isTold || rows.some(({ campaigns }) => campaigns === null)) return this.#forgetAll(feedId)
    for (const { chain_id, campaigns } of rows) {
      for (const address of campaigns!) {
        for (const document of this.#documents.get(keyOf(chain_id, address)) ?? []) this.#kept.delete(document)
      }
    }
    this.#feedId = feedId
    this.#generation++
  }
}

const ofPools = new WeakMap<Queryable, KeptCampaigns>()

/** Has rows kept that are read over a pool. @param maxBytes 0 keeps none */
export function keepCampaigns(pool: Queryable, maxBytes = KEPT_BYTES): KeptCampaigns {
  const kept = new KeptCampaigns(maxBytes)
  ofPools.set(pool, kept)
  return kept
}

/** What is kept of what is read over `db`: of a snapshot nothing. */
export const keptCampaignsOf = (db: Queryable) => ofPools.get(db) ?? new KeptCampaigns(0)

/**
 * How many gave to each of these within seven days, all of it as of one moment: of `computedAt`, or of windows that were worked out since.
 *
 * @returns also whether it was known
 */
export async function readRecent(
  db: Queryable,
  chainId: number,
  kept: readonly KeptCampaign[],
  computedAt: string | null,
): Promise<{ donors: number[]; wereKnown: boolean }> {
  for (let at = computedAt, wereKnown = true; ; wereKnown = false) {
    const old = kept.filter(({ recent }) => recent === undefined || recent.computedAt !== at)
    if (old.length === 0) return { donors: kept.map(({ recent }) => recent!.donors), wereKnown }
    const addresses = old.map(({ campaign }) => campaign.address)
    const [row] = await runPrepared<{
      computed_at: string | null
      addresses: string[] | null
      donors: number[] | null
    }>(
      db,
      sql`select (select w.computed_at::text from standings w where w.chain_id = ${chainId}) as computed_at,
          array_agg(t.campaign_address::text) as addresses, array_agg(t.donors_count) as donors
        from period_campaigns t
        where t.chain_id = ${chainId} and t.period = '7d' and t.campaign_address = any(${addresses}::text[])`,
    )
    at = row!.computed_at
    const donors = new Map(row!.addresses?.map((address, i) => [address, row!.donors![i]!]))
    for (const one of old) one.recent = { computedAt: at, donors: donors.get(one.campaign.address) ?? 0 }
  }
}

const keyOf = (chainId: number, address: string) => `${chainId} ${address}`

/** Each by its key: of a hash of all documents most would be for nothing. */
function readRows(db: Queryable, documents: readonly number[]): Promise<KeptRow[]> {
  return runPrepared<KeptRow>(
    db,
    sql`select ${campaignColumns(0)}, m.id as document, m.chain_id as named_chain, m.campaign_address as named_address,
        m.name, m.short_description, m.image_cid, m.category, lower(m.category) as kind,
        least(octet_length(m.description), ${STORY_BYTES}::int) as story_bytes, (select coalesce(max(id), 0) from feed) as feed_id
      from (select unnest(${documents}::bigint[]) as id) given
      cross join lateral (select * from campaign_metadata m where m.id = given.id limit 1) m
      left join lateral (
        select * from campaigns c where c.chain_id = m.chain_id and c.address = m.campaign_address and c.cid = m.cid limit 1
      ) c on true`,
  )
}

function toKept(row: KeptRow): KeptCampaign | null {
  if (row.address === null) return null
  const { document, name, short_description, image_cid, category } = row
  return {
    campaign: toCampaign({ ...row, address: row.address }),
    deadlineTs: Number(row.deadline_ts),
    said: { document, name, short_description, image_cid, category, story: null },
    category: row.kind,
    recent: undefined,
  }
}

/** Its story too, which is kept when it is asked for. A text with one letter beyond Latin takes two bytes for each. */
function bytesOf(row: KeptRow): number {
  const texts = [row.name, row.short_description, row.image_cid, row.category, row.cid]
  return ENTRY_BYTES + 2 * texts.reduce((sum, text) => sum + (text?.length ?? 0), row.story_bytes ?? 0)
}
