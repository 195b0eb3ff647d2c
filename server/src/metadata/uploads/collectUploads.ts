import type pg from 'pg'
import type { BlockStore } from '../../ipfs/blockStore.ts'
import { allSpellingsOf, parseCid } from '../../ipfs/cid.ts'
import { asIndexed, CID_OF_CAMPAIGN } from '../../lib/cidOfCampaign.ts'
import { withTransaction } from '../../lib/database.ts'
import { enqueueUnpins } from './enqueuePins.ts'
import { lockContent } from './reserveUpload.ts'

/** How long an upload may wait for the campaign it is for. */
export const KEPT_FOR = '1 day'
const BATCH = 100

/**
 * Removes uploads of more than a day that no campaign's CID or metadata and no document still kept here speaks of: from
 * the pins of our own store, its blocks, and the table; a job has the pinning service let go of it.
 * @returns the CIDs removed
 */
export async function collectUploads(pool: pg.Pool, store: BlockStore): Promise<string[]> {
  const removed: string[] = []
  for (let after = ''; ; ) {
    const { rows } = await pool.query(UNREFERENCED, [after, KEPT_FOR, BATCH])
    if (rows.length === 0) return removed
    const cids = rows.map((row) => row.cid as string)
    after = cids.at(-1)!
    const spelled = await spelledByCampaigns(pool, cids)
    removed.push(
      ...(await remove(
        pool,
        store,
        cids.filter((cid) => !spelled.has(cid)),
      )),
    )
  }
}

/** Those of the CIDs that a campaign names in another base. */
async function spelledByCampaigns(pool: pg.Pool, cids: string[]): Promise<Set<string>> {
  const spellings = new Map(cids.flatMap((cid) => allSpellingsOf(parseCid(cid)).map((text) => [asIndexed(text), cid])))
  const { rows } = await pool.query(
    `select text from unnest($1::text[]) as text where exists (select from campaigns c where ${CID_OF_CAMPAIGN} = text)`,
    [[...spellings.keys()]],
  )
  return new Set(rows.map((row) => spellings.get(row.text)!))
}

/** Under a lock that who brings the same content again waits for: his blocks come after ours are gone. */
function remove(pool: pg.Pool, store: BlockStore, cids: string[]): Promise<string[]> {
  return withTransaction(pool, async (tx) => {
    // In one order, so that two collections never wait for each other.
    for (const cid of cids) await lockContent(tx, cid)
    const { rows } = await tx.query(
      `delete from uploads where cid in (
         select cid from uploads where cid = any($1) group by cid having max(created_at) < now() - $2::interval)
       returning cid, stored_at is not null as stored`,
      [cids, KEPT_FOR],
    )
    const gone = [...new Set(rows.map((row) => row.cid as string))]
    await noteUnpins(tx, [...new Set(rows.filter((row) => row.stored).map((row) => row.cid as string))])
    // Before the commit: killed in between, the rows are still there and it is done again.
    await store.forget(gone.map(parseCid))
    return gone
  })
}

async function noteUnpins(tx: pg.PoolClient, cids: string[]): Promise<void> {
  await tx.query('insert into unpins (cid) select unnest($1::text[]) on conflict do nothing', [cids])
  await enqueueUnpins(tx, cids)
}

// First what indexes and hash joins can tell, then for the few left whether the CID stands anywhere in a campaign's text.
const UNREFERENCED = `
  with old as materialized (
    select cid, max(cid_v0) as cid_v0 from uploads
    where cid > $1 group by cid having max(created_at) < now() - $2::interval
  ), mentioned as materialized (
    select ${CID_OF_CAMPAIGN} as cid from campaigns c
    union all
    select split_part(content, '/', 1) from campaign_metadata,
      lateral (values (image_cid), (banner_cid), (creator_avatar_cid)) as names (content) where content is not null
  ), unmentioned as materialized (
    select cid, cid_v0 from old
    where not exists (select from mentioned m where m.cid = old.cid)
      and not exists (select from mentioned m where m.cid = old.cid_v0)
      and not exists (select from uploads document where document.mentions @> array[old.cid])
    order by cid
  )
  select cid from unmentioned one
  where not exists (
      select from campaigns c where strpos(c.cid, one.cid) > 0 or strpos(c.cid, coalesce(one.cid_v0, one.cid)) > 0)
    and not exists (
      select from campaign_metadata m where strpos(m.raw_json::text, one.cid) > 0
        or strpos(m.raw_json::text, coalesce(one.cid_v0, one.cid)) > 0)
  order by cid limit $3`
