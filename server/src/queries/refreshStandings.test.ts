import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/createTestDatabase.ts'
import { createPool, withTransaction } from '../lib/database.ts'
import { giftEvent, insert, insertWorld } from '../routes/testing/insertWorld.ts'
import { addressOf, CHAIN_ID, createRandom, createWorld } from '../routes/testing/world.ts'
import { ensureStandings } from './ensureStandings.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { refreshStandings } from './refreshStandings.ts'
import { writeWindows } from './writeWindows.ts'

const START_TS = Date.UTC(2026, 5, 1) / 1000
const HOUR = 3_600
const DAY = 24 * HOUR

let database: TestDatabase
let pool: ReturnType<typeof createPool>
const world = createWorld()
beforeAll(async () => {
  database = await createTestDatabase()
  pool = createPool(database.url, { name: 'test standings' })
  await insertWorld(pool, world)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const give = (block: number, createdTs: number, campaign = 0, otherwise = {}) =>
  insert(pool, 'events', [
    giftEvent(world[campaign]!.address, block, { created_at: new Date(createdTs * 1000), ...otherwise }),
  ])
const rowsOf = async (text: string) => (await pool.query(text)).rows
const standings = async () => ({
  campaigns: await rowsOf('select * from period_campaigns order by 1, 2, 3'),
  donors: await rowsOf('select * from period_donors order by 1, 2, 3'),
  categories: await rowsOf('select * from category_totals order by 1, 2'),
  counts: await rowsOf("select counts - 'tookMs' as counts from standings"),
})
const computedAt = async () => (await rowsOf('select computed_at::text as at from standings'))[0]?.at as string

test.each([1, 2, 3])('what is taken to hold still is what would be worked out: seed %i', async (seed) => {
  const random = createRandom(seed)
  let clockTs = START_TS
  let block = seed * 10_000
  const position = async () => {
    const [{ id }] = await rowsOf('select coalesce(max(id), 0) as id from feed')
    return { chainId: CHAIN_ID, clockTs, epoch: 0, feedId: id as number, version: '' }
  }
  const donate = (createdTs: number) =>
    give(++block, createdTs, random(40), {
      event_name: random(6) === 0 ? 'Refunded' : 'DonationReceived',
      account_address: addressOf('d7', random(20)),
      amount_wei: BigInt(1 + random(1_000)) * 10n ** 15n,
    })
  await pool.query('delete from events')
  await pool.query('delete from standings')
  await pool.query('update campaigns set deadline_ts = $1 + abs(hashtext(address)) % $2', [START_TS, 40 * DAY])
  for (let i = 0; i < 60; i++) await donate(START_TS - random(31 * DAY))
  let held = 0
  let made = 0
  for (let step = 0; step < 120; step++) {
    if (random(4) === 0) {
      await donate(clockTs - random(3) * random(12 * DAY))
      await pool.query("select add_to_feed($1, 'applied', $2, null, null)", [CHAIN_ID, block])
    }
    clockTs += [0, 1, random(60), random(HOUR), random(DAY), -random(HOUR)][random(6)]!
    const before = await computedAt()
    expect(await refreshStandings(pool, await position())).toBe(true)
    const given = await standings()
    if ((await computedAt()) === before) held++
    else made++
    expect(await refreshStandings(pool, await position(), true)).toBe(true)
    expect(given).toEqual(await standings())
  }
  expect(held).toBeGreaterThan(10)
  expect(made).toBeGreaterThan(10)
})

const chainAt = (clockTs: number): ChainPosition => ({
  chainId: CHAIN_ID,
  blockNumber: 1,
  finalizedBlock: 0,
  clockTs,
  epoch: 0,
  version: '',
  feedId: 1_000_000,
  serverStart: 0,
  seen: null,
})

test('what a process of the version before wrote since is not taken to hold still', async () => {
  await pool.query('delete from events')
  await pool.query('delete from standings')
  await give(1, START_TS - DAY + 2)
  await refreshStandings(pool, chainAt(START_TS + 5))
  // It read its position before that, and knows nothing of the columns of this one.
  await withTransaction(pool, (tx) => writeWindows(tx, CHAIN_ID, START_TS))
  await pool.query('update standings set computed_at = clock_timestamp()')
  expect((await standings()).campaigns.map(({ period }) => period)).toContain('24h')
  await refreshStandings(pool, chainAt(START_TS + 600))
  expect((await standings()).campaigns.map(({ period }) => period)).not.toContain('24h')
})

test('who comes after long to windows that hold still gets them as they are, and nobody looks again for a while', async () => {
  await pool.query('delete from events')
  await pool.query('delete from standings')
  await ensureStandings(pool, chainAt(START_TS))
  const computed = async () =>
    (await rowsOf("select computed_at::text as at, held_at > now() - interval '1 minute' as held from standings"))[0]
  await pool.query(
    "update standings set computed_at = now() - interval '11 minutes', known_at = now() - interval '11 minutes'",
  )
  const before = await computed()
  const later = createPool(database.url, { name: 'test standings' })
  try {
    await ensureStandings(later, chainAt(START_TS + 660))
    expect(await computed()).toEqual({ at: before!['at'], held: true })
    // What it found young itself it need not look at again.
    await ensureStandings(later, chainAt(START_TS + 661))
    const looked = vi.spyOn(later, 'query')
    await ensureStandings(later, chainAt(START_TS + 662))
    expect(looked).not.toHaveBeenCalled()
  } finally {
    await later.end()
  }
})
