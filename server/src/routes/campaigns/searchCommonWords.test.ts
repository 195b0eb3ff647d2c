import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSearch } from '../../queries/readSearch.ts'
import { giftEvent, insert } from '../testing/insertWorld.ts'
import { openTestApi, type TestApi } from '../testing/openTestApi.ts'
import { CHAIN_ID } from '../testing/world.ts'

const OTHER = 10
/** Of 3,000 documents the newest 2,900 speak of lanterns and energy, those before of lanterns alone; the first fifty are of another chain. */
const DOCUMENTS = 3_000
const OF_OTHER = 50
const OLD = 100
/** Four hundred tell of beacons in their titles, all in their stories; one of the older of those four hundred moves. */
const BEACONS = [2_501, 2_900] as const
const MOVING = 2_550
/** So does one of another category, which tells of them in its title too. */
const MOVING_OLD = 60
const GIFTS_BLOCK = 1_000_000
/** One in five tells of harbours, another one of markets; one in so many of both, which is fewer than one would guess. */
const BOTH = 50
/** Every other one up to this tells of quarries: more than the process ranks itself, and none of the newest. */
const QUARRIES = 2_400

let api: TestApi
beforeAll(async () => {
  api = await openTestApi()
  await api.pool.query('delete from campaign_metadata')
  const address = `'0xe' || lpad(to_hex(i), 39, '0')`
  const chain = `case when i <= ${OF_OTHER} then ${OTHER} else ${CHAIN_ID} end`
  await api.pool.query(
    `insert into campaigns (chain_id, address, factory_address, creator_address, goal_wei, deadline_ts, cid, created_block,
       created_log_index, created_at, updated_at)
     select ${chain}, ${address}, ${address}, ${address}, 1, 4000000000, 'cid' || i, 1, i, now(), now()
     from generate_series(1, ${DOCUMENTS}) i`,
  )
  await api.pool.query(
    `insert into campaign_metadata (chain_id, campaign_address, cid, name, description, category, state)
     select ${chain}, ${address}, 'cid' || i,
       case when i = ${MOVING_OLD} then 'Lantern beacon' when i between ${BEACONS.join(' and ')} then 'Lantern energy beacon' when i > ${OLD} then 'Lantern energy' else 'Lantern' end,
       'At the beacon' || case when i % 5 = 0 then ' of the harbour' else '' end || case when i % 5 = 1 or i % ${BOTH} = 0 then ' and market' else '' end || case when i <= ${QUARRIES} and i % 2 = 0 then ' in a quarry' else '' end, case when i > ${OLD} then 'technology' else 'art' end, 'resolved'
     from generate_series(1, ${DOCUMENTS}) i`,
  )
  await api.pool.query('analyze campaign_metadata')
})
afterAll(() => api.close())

const search = (q: string, more = '') => api.get(`/api/v1/campaigns/search/?q=${encodeURIComponent(q)}${more}`)

describe('of a word that very many use', () => {
  it('the newest are found', async () => {
    const found = await search('lantern')
    expect(found).toMatchObject({ count: 120, exhaustive: false })
    expect(found.results[0].cid).toBe(`cid${DOCUMENTS}`)
  })

  describe('what moves behind the best', () => {
    beforeAll(async () => {
      const moving = [MOVING, MOVING_OLD].map((i) => `0xe${i.toString(16).padStart(39, '0')}`)
      const created_at = new Date(Date.now() - 60_000)
      const events = moving.map((address, i) => giftEvent(address, GIFTS_BLOCK, { log_index: i, created_at }))
      await insert(api.pool, 'events', events)
    })
    afterAll(() => api.pool.query('delete from events where block_number = $1', [GIFTS_BLOCK]))

    it.each([
      ['beside the best alone', ''],
      ['once, where the newest that only tell of it are looked at too', '&min_progress=0'],
    ])('is found %s', async (_what, more) => {
      const found = []
      let count = 0
      let cursor: string | null = ''
      while (cursor !== null) {
        const page = await search('beacon', `${more}&page_size=100${cursor && `&cursor=${cursor}`}`)
        expect(page.exhaustive).toBe(false)
        count = page.count
        found.push(...page.results.map(({ cid }: { cid: string }) => cid))
        cursor = page.next_cursor
      }
      expect(found.filter((cid) => cid === `cid${MOVING}`)).toHaveLength(1)
      expect(new Set(found).size).toBe(count)
    })

    it('is counted for other choices', async () => {
      const { facets } = await search('beacon', '&category=technology')
      expect(facets.category['art']).toBe(1)
    })
  })

  it.each([
    ['without another that nearly all of those use', 'lantern -energy', '', OLD - OF_OTHER],
    ['on another chain than they are', 'lantern', `&chain_id=${OTHER}`, OF_OTHER],
    ['in another category than they are', 'lantern', '&category=art', OLD - OF_OTHER],
  ])('all are found %s', async (_what, q, more, count) => {
    const found = await search(q, more)
    expect(found).toMatchObject({ count, exhaustive: true })
    const seen = new Set<string>()
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = await search(q, `${more}&page_size=20${cursor && `&cursor=${cursor}`}`)
      for (const { cid } of page.results) seen.add(cid)
      cursor = page.next_cursor
    }
    expect(seen.size).toBe(count)
  })

  it('all that use two of them are found, where far fewer do than seem to', async () => {
    const found = await search('harbour market')
    expect(found).toMatchObject({
      count: DOCUMENTS / BOTH - OF_OTHER / BOTH,
      exhaustive: true,
      facets_exhaustive: true,
    })
    expect(found.results[0].cid).toBe(`cid${DOCUMENTS}`)
  })

  it.each(['at first', 'again'])(
    'all are found where the newest do not use it, however many the older ones are, %s',
    async () => {
      const found = await search('quarry ', '&page_size=100')
      const all = await search('quarry ', '&ordering=-created_at')
      expect(found).toMatchObject({ count: (QUARRIES - OF_OTHER) / 2, exhaustive: true, facets: all.facets })
      expect(new Set(found.results.map(({ cid }: { cid: string }) => cid)).size).toBe(100)
    },
  )

  it('is taken for finished, and what begins it for that word alone', async () => {
    const textOf = async (q: string) => {
      const read = await readSearch(api.pool, q)
      return 'text' in read ? read.text.text : undefined
    }
    expect(await textOf('lantern')).toBe("'lantern'")
    expect(await textOf('lanter')).toBe("('lanter') | ('lantern')")
    expect(await textOf('lanternf')).toContain("'lanternf':*")
    expect(await textOf('lantern li')).toContain("'li'")
    expect(await search('lanter')).toMatchObject({ count: 120, exhaustive: false })
  })

  it.each(['~1', '"~1"', 'lantern ~1', '~', '～1', 'lantern ˜1', '～0'])(
    '%s is no way to a part of them',
    async (q) => {
      expect((await search(q)).results).toEqual([])
    },
  )

  it('a walk through the best ends where they end, though some are hidden meanwhile', async () => {
    const { next_cursor, count } = await search('lantern', '&page_size=100')
    const { results } = await search('lantern', `&page_size=100&cursor=${next_cursor}`)
    const hides = (text: string) =>
      api.pool.query(text, [CHAIN_ID, results.map(({ address }: { address: string }) => address)])
    await hides(
      "insert into campaign_hides (chain_id, campaign_address, reason) select $1, address, 'x' from unnest($2::text[]) address",
    )
    const after = await search('lantern', `&page_size=100&cursor=${next_cursor}`)
    await hides('delete from campaign_hides where chain_id = $1 and campaign_address = any($2)')
    // Others moved up; all that match they are not.
    expect(after).toMatchObject({ count, exhaustive: false })
    expect(after.results.length).toBeLessThanOrEqual(results.length)
  })

  it('hidden campaigns take no place of others', async () => {
    const { results } = await search('lantern', '&page_size=100')
    const addresses = results.map(({ address }: { address: string }) => address)
    await api.pool.query(
      "insert into campaign_hides (chain_id, campaign_address, reason) select $1, address, 'x' from unnest($2::text[]) address",
      [CHAIN_ID, addresses],
    )
    const found = await search('lantern', '&page_size=100')
    expect(found).toMatchObject({ count: 120, exhaustive: false })
    const shown = new Set(found.results.map(({ address }: { address: string }) => address))
    expect(addresses.filter((address: string) => shown.has(address))).toEqual([])
  })

  it('facets count others than the category asked for', async () => {
    const { facets } = await search('lantern', '&category=art')
    expect(facets.category).toMatchObject({ art: OLD - OF_OTHER, technology: expect.any(Number) })
  })

  it('all that are open are found, however old, and some that are not are counted', async () => {
    await api.pool.query('update campaigns set deadline_ts = 1 where created_log_index > $1', [OLD])
    const found = await search('lantern', '&status=ACTIVE&page_size=100')
    expect(found).toMatchObject({ count: OLD - OF_OTHER, exhaustive: true })
    expect(found.facets.status).toMatchObject({ ACTIVE: OLD - OF_OTHER, FAILED: expect.any(Number) })
    expect(await search('lantern', '&status=ACTIVE&category=technology')).toMatchObject({ count: 0, exhaustive: true })
  })

  it('a word that the statistics do not know is not one of those, however many documents there are', async () => {
    await api.pool.query("update campaign_metadata set name = 'Lantern energy', category = 'technology'")
    await api.pool.query("update campaign_metadata set name = 'Kayaks' where cid = 'cid1000'")
    await api.pool.query("update campaign_metadata set name = 'Lantern herons above' where cid = 'cid1001'")
    await api.pool.query('alter table campaign_metadata alter search_vector set statistics 1')
    await api.pool.query('analyze campaign_metadata')
    const later = await openTestApi({
      databaseUrl: (api.pool.options as { connectionString: string }).connectionString,
    })
    const found = (q: string) => later.get(`/api/v1/campaigns/search/?q=${q}`)
    expect(await found('kay')).toMatchObject({ count: 1 })
    expect(await found('kayka')).toMatchObject({ count: 1, corrections: [{ from: 'kayka', to: ['kayaks'] }] })
    // A stop word may be the beginning of another, and is none that is meant where something is mistyped.
    expect(await found('her')).toMatchObject({ count: 1 })
    expect(await found('lantern%20her')).toMatchObject({ count: 1 })
    expect(await found('baove')).toMatchObject({ count: 0, corrections: [] })
    await later.close()
  })
})
