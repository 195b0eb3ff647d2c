import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/createTestDatabase.ts'
import { createPool, withTransaction } from '../lib/database.ts'
import { giftEvent, insert, insertWorld } from '../routes/testing/insertWorld.ts'
import { addressOf, CHAIN_ID, createWorld } from '../routes/testing/world.ts'
import { writeWindows } from './writeWindows.ts'

const CLOCK_TS = Date.UTC(2026, 5, 1) / 1000
const HOUR = 3_600

let database: TestDatabase
let pool: ReturnType<typeof createPool>
const world = createWorld()
beforeAll(async () => {
  database = await createTestDatabase()
  pool = createPool(database.url, { name: 'test windows' })
  await insertWorld(pool, world)
  await pool.query('delete from events')
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

/** Gifts and refunds over fifty days, as good as at random and the same in each run. */
function event(n: number) {
  const campaign = world[(n * 7_919) % 40]!
  return giftEvent(campaign.address, 1_000 + n, {
    event_name: n % 11 === 0 ? 'Refunded' : 'DonationReceived',
    account_address: n % 17 === 0 ? campaign.creator_address : addressOf('d7', (n * 31) % 90),
    amount_wei: 10n ** 18n * BigInt(1 + (n % 13)) + BigInt(n),
    removed: n % 29 === 0,
    created_at: new Date((CLOCK_TS - ((n * 104_729) % (50 * 24)) * HOUR) * 1000),
  })
}
const events = (from: number, count: number) => Array.from({ length: count }, (_, i) => event(from + i))

const write = (clockTs: number) => withTransaction(pool, (tx) => writeWindows(tx, CHAIN_ID, clockTs))
const rowsOf = async (text: string, values: unknown[] = []) => (await pool.query(text, values)).rows
const windows = async () => ({
  campaigns: await rowsOf('select * from period_campaigns order by 1, 2, 3'),
  donors: await rowsOf('select * from period_donors order by 1, 2, 3'),
})

test('windows that moved on are as if they were made anew, and rows that stayed the same are not written', async () => {
  await insert(pool, 'events', events(0, 2_000))
  await write(CLOCK_TS - 5 * 24 * HOUR)
  expect((await windows()).donors.length).toBeGreaterThan(150)
  // What comes, and what a reorg takes away.
  await pool.query('update events set removed = true where block_number % 7 = 0')
  await insert(pool, 'events', events(2_000, 300))
  await write(CLOCK_TS)
  const moved = await windows()
  const places = () => rowsOf('select ctid::text, xmin::text from period_donors order by 1')
  const before = await places()
  await write(CLOCK_TS)
  expect(await places()).toEqual(before)
  await pool.query('delete from period_campaigns')
  await pool.query('delete from period_donors')
  await write(CLOCK_TS)
  expect(moved).toEqual(await windows())
})

test('a window holds what was given and refunded within it, by whom and to how many', async () => {
  const since = [new Date((CLOCK_TS - 7 * 24 * HOUR) * 1000)]
  const donors = await rowsOf(
    `select account_address as donor_address, coalesce(sum(amount_wei) filter (where event_name = 'DonationReceived'), 0) as contributed_wei,
       coalesce(sum(amount_wei) filter (where event_name = 'Refunded'), 0) as refunded_wei,
       count(distinct campaign_address) filter (where event_name = 'DonationReceived')::int as campaigns_count
     from events where not removed and created_at > $1 group by 1 order by 1`,
    since,
  )
  expect(donors.length).toBeGreaterThan(50)
  expect(
    await rowsOf(
      `select donor_address, contributed_wei, refunded_wei, campaigns_count from period_donors where period = '7d' order by 1`,
    ),
  ).toEqual(donors)
  const campaigns = await rowsOf(
    `select campaign_address, count(*)::int as donations_count, count(distinct account_address)::int as donors_count,
       sum(amount_wei) as raised_wei
     from events where event_name = 'DonationReceived' and not removed and created_at > $1 group by 1 order by 1`,
    since,
  )
  expect(
    await rowsOf(
      `select campaign_address, donations_count, donors_count, raised_wei from period_campaigns where period = '7d' order by 1`,
    ),
  ).toEqual(campaigns)
})
