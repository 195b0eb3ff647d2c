import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApi, type TestApi } from '../routes/testing/openTestApi.ts'
import { CHAIN_ID, createRandom } from '../routes/testing/world.ts'
import { getChainPosition } from './getChainPosition.ts'
import { KeptCampaigns, readRecent } from './keptCampaigns.ts'
import type { Queryable, Statement } from './sql.ts'

const MUCH = 10_000_000

let api: TestApi
let pool: pg.Pool
/** Ids of documents whose campaigns are there, and their addresses. */
let documents: number[]
let addresses: string[]
let statements: Statement[]
let db: Queryable

beforeAll(async () => {
  api = await openTestApi()
  pool = api.pool
  const { rows } = await pool.query(
    `select m.id, m.campaign_address from campaign_metadata m join campaigns c using (chain_id, cid)
     where c.address = m.campaign_address and chain_id = $1 order by m.id limit 12`,
    [CHAIN_ID],
  )
  documents = rows.map(({ id }) => id)
  addresses = rows.map(({ campaign_address }) => campaign_address)
  db = {
    query(statement) {
      statements.push(statement)
      return pool.query(statement)
    },
  }
})
afterAll(() => api.close())
beforeEach(() => {
  statements = []
})

const position = async () => (await getChainPosition(pool, CHAIN_ID))!

/** Raises what these campaigns raised by one wei and names them in the feed, as the consumer does: in one transaction. */
async function change(changed: readonly string[], named: readonly string[] | null = changed): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(
      'update campaigns set total_raised_wei = total_raised_wei + 1 where chain_id = $1 and address = any($2)',
      [CHAIN_ID, changed],
    )
    await client.query("select add_to_feed($1, 'applied', 200, null, $2)", [CHAIN_ID, named])
    await client.query('commit')
  } finally {
    client.release()
  }
}

async function raisedNow(): Promise<string[]> {
  const { rows } = await pool.query(
    'select address, total_raised_wei::text as raised from campaigns where chain_id = $1',
    [CHAIN_ID],
  )
  const raised = new Map(rows.map((row) => [row.address, row.raised]))
  return addresses.map((address) => raised.get(address))
}

async function raisedIn(kept: KeptCampaigns): Promise<(string | undefined)[]> {
  await kept.follow(db, await position())
  const { campaigns } = await kept.read(db, documents)
  return campaigns.map((one) => one?.campaign.total_raised_wei)
}

/** How many rows were asked for by their id since the last look. */
function askedFor(): number {
  const asked = statements.filter(({ text }) => text.includes('unnest'))
  statements = []
  return asked.reduce((sum, { values }) => sum + (values.find(Array.isArray) as unknown[]).length, 0)
}

test('what the feed names is read anew, and nothing else', async () => {
  const kept = new KeptCampaigns(MUCH)
  expect(await raisedIn(kept)).toEqual(await raisedNow())
  expect(askedFor()).toBe(documents.length)
  expect(await raisedIn(kept)).toEqual(await raisedNow())
  expect(askedFor()).toBe(0)
  await change(addresses.slice(3, 5))
  expect(await raisedIn(kept)).toEqual(await raisedNow())
  expect(askedFor()).toBe(2)
  expect((await kept.read(db, documents)).feedId).toBe((await position()).feedId)
})

test.each([
  ['too many changed to name them', () => change(addresses, null)],
  [
    'the feed lost rows that were not followed',
    async () => {
      await change(addresses.slice(0, 1))
      await change([])
      await pool.query('delete from feed where id < (select max(id) from feed)')
    },
  ],
  [
    'the feed grew by very much',
    async () => {
      await change(addresses.slice(0, 1))
      await pool.query("select add_to_feed($1, 'applied', 200, null, '{}') from generate_series(1, 1001)", [CHAIN_ID])
    },
  ],
])('all is forgotten where %s', async (_, happens) => {
  const kept = new KeptCampaigns(MUCH)
  await raisedIn(kept)
  askedFor()
  await happens()
  expect(await raisedIn(kept)).toEqual(await raisedNow())
  expect(askedFor()).toBe(documents.length)
})

test('all is forgotten where the server lost transactions and gives their numbers out again', async () => {
  const kept = new KeptCampaigns(MUCH)
  await raisedIn(kept)
  askedFor()
  const now = await position()
  await kept.follow(db, { ...now, serverStart: now.serverStart + 1 })
  await kept.read(db, documents)
  expect(askedFor()).toBe(documents.length)
})

test('a document that no campaign names any more is known as such, until one does', async () => {
  const kept = new KeptCampaigns(MUCH)
  await raisedIn(kept)
  const [address] = addresses
  // As where a reorg makes a campaign anew, with other terms.
  const rename = async (cid: string) => {
    await pool.query(`update campaigns set cid = ${cid} where chain_id = $1 and address = $2`, [CHAIN_ID, address])
    await change([], [address!])
  }
  await rename("cid || 'x'")
  expect((await raisedIn(kept))[0]).toBeUndefined()
  askedFor()
  expect((await raisedIn(kept))[0]).toBeUndefined()
  expect(askedFor()).toBe(0)
  await rename('left(cid, -1)')
  expect(await raisedIn(kept)).toEqual(await raisedNow())
})

test('no more bytes are kept than may be, and what went is read anew', async () => {
  const kept = new KeptCampaigns(16_000)
  for (let i = 0; i < 3; i++) expect(await raisedIn(kept)).toEqual(await raisedNow())
  expect(kept.bytes).toBeGreaterThan(0)
  expect(kept.bytes).toBeLessThanOrEqual(16_000)
  await change(addresses)
  expect(await raisedIn(kept)).toEqual(await raisedNow())
})

test('nothing is kept where nothing may be', async () => {
  const kept = new KeptCampaigns(0)
  await raisedIn(kept)
  askedFor()
  await raisedIn(kept)
  expect(askedFor()).toBe(documents.length)
})

test('who gave lately is told as of one moment, though windows are worked out anew while it is read', async () => {
  const kept = new KeptCampaigns(MUCH)
  await kept.follow(db, await position())
  const found = (await kept.read(db, documents.slice(0, 4))).campaigns.map((one) => one!)
  const windows = async (donors: number) => {
    await pool.query(
      `insert into standings (chain_id, version, epoch, computed_at) values ($1, '', 0, clock_timestamp())
       on conflict (chain_id) do update set computed_at = excluded.computed_at`,
      [CHAIN_ID],
    )
    await pool.query(
      `insert into period_campaigns (chain_id, period, campaign_address, donations_count, donors_count, raised_wei, trend)
       select $1, '7d', unnest($2::text[]), $3, $3, 1, 1
       on conflict (chain_id, period, campaign_address) do update set donors_count = excluded.donors_count`,
      [CHAIN_ID, addresses.slice(0, 4), donors],
    )
    const { rows } = await pool.query('select computed_at::text as at from standings where chain_id = $1', [CHAIN_ID])
    return rows[0].at as string
  }
  const first = await windows(1)
  expect(await readRecent(db, CHAIN_ID, found.slice(0, 2), first)).toEqual({ donors: [1, 1], wereKnown: false })
  expect(await readRecent(db, CHAIN_ID, found.slice(0, 2), first)).toEqual({ donors: [1, 1], wereKnown: true })
  await windows(7)
  expect(await readRecent(db, CHAIN_ID, found, first)).toEqual({ donors: [7, 7, 7, 7], wereKnown: false })
})

/**
 * Each change writes its number, beginning with its row of the feed, into what some campaigns raised, so that of every row of the feed it is known
 * what each campaign has. However readers and writers meet, what was kept at a row of the feed is what the table held at it.
 */
test.each([1, 2, 3, 4])(
  'what is kept is as of one row of the feed, however many read and write: seed %i',
  async (seed) => {
    const random = createRandom(seed)
    const kept = new KeptCampaigns(seed % 2 === 0 ? MUCH : 20_000)
    let current = await raisedNow()
    const history = new Map([[(await position()).feedId, current]])
    let writing = 2
    let checked = 0

    async function write(): Promise<void> {
      for (let n = 0; n < 40; n++) {
        const changed = addresses.filter(() => random(4) === 0)
        const client = await pool.connect()
        try {
          await client.query('begin')
          const named = random(10) === 0 ? null : changed
          // Whoever has the feed's lock is alone until the end.
          await client.query("select add_to_feed($1, 'applied', 200, null, $2)", [CHAIN_ID, named])
          const { rows } = await client.query('select max(id) as id from feed')
          const { id } = rows[0]
          await client.query('update campaigns set total_raised_wei = $3 where chain_id = $1 and address = any($2)', [
            CHAIN_ID,
            changed,
            id,
          ])
          current = current.map((raised, i) => (changed.includes(addresses[i]!) ? String(id) : raised))
          history.set(id, current)
          await client.query('commit')
        } finally {
          client.release()
        }
        if (random(3) === 0) await delay(random(4))
      }
      writing--
    }

    async function read(): Promise<void> {
      while (writing > 0) {
        const at = await position()
        await kept.follow(pool, at)
        const some = documents.map((_, i) => i).filter(() => random(3) > 0)
        const { campaigns, feedId } = await kept.read(
          pool,
          some.map((i) => documents[i]!),
        )
        if (feedId === undefined) continue
        const as = history.get(feedId)!
        expect(campaigns.map((one) => one?.campaign.total_raised_wei)).toEqual(some.map((i) => as[i]))
        checked++
      }
    }

    await Promise.all([write(), write(), ...Array.from({ length: 6 }, read)])
    expect(checked).toBeGreaterThan(10)
  },
)
