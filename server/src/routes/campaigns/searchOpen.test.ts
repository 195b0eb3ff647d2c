import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestApi, type TestApi } from '../testing/openTestApi.ts'
import { CHAIN_ID } from '../testing/world.ts'

const OVER = '1'
const OPEN = '4000000000'

let api: TestApi
beforeEach(async () => {
  api = await openTestApi()
  await api.pool.query('delete from campaign_metadata')
})
afterEach(() => api.close())

/** Campaigns that all speak of lanterns. */
async function add(from: number, to: number, deadline: string, category = "'technology'"): Promise<void> {
  const address = `'0xe' || lpad(to_hex(i), 39, '0')`
  await api.pool.query(`
    insert into campaigns (chain_id, address, factory_address, creator_address, goal_wei, deadline_ts, cid, created_block,
        created_log_index, created_at, updated_at)
      select ${CHAIN_ID}, ${address}, ${address}, ${address}, 1, ${deadline}, 'cid' || i, 1, i, now(), now()
      from generate_series(${from}, ${to}) i;
    insert into campaign_metadata (chain_id, campaign_address, cid, name, category, state)
      select ${CHAIN_ID}, ${address}, 'cid' || i, 'Lantern energy', ${category}, 'resolved' from generate_series(${from}, ${to}) i`)
}
const search = (more: string) => api.get(`/api/v1/campaigns/search/?q=lantern${more}`)

describe('of a word that very many use', () => {
  it.each([
    ['none is open', 0],
    ['the oldest are open', 100],
  ])('open campaigns are all found, though %s when the newest document was looked for', async (_what, old) => {
    if (old > 0) await add(1, old, OPEN)
    await add(old + 1, 2_500, OVER)
    await api.pool.query('analyze campaign_metadata')
    await search('')
    await add(2_501, 5_200, OVER)
    await add(5_201, 5_250, OPEN)
    for (const category of ['', '&category=technology']) {
      const found = await search(`&status=ACTIVE${category}`)
      const all = await search(`&status=ACTIVE${category}&ordering=-created_at`)
      expect([all.count, all.exhaustive, all.facets_exhaustive]).toEqual([old + 50, true, true])
      expect(found.count).toBe(found.exhaustive ? all.count : Math.min(found.count, all.count))
      expect(found.count).toBeGreaterThanOrEqual(20)
    }
  })

  it('what tells of another choice is not among what is found, and facets say that they are of a part', async () => {
    await add(1, 3_000, OPEN, "(array['art', 'technology', 'music'])[1 + i % 3]")
    await api.pool.query('analyze campaign_metadata')
    const all = await search('&category=art,technology,music')
    expect([all.count, all.facets.category]).toEqual([120, { art: 40, technology: 40, music: 40 }])
    const { count, facets, facets_exhaustive, results } = await search('&category=art&page_size=100')
    expect([count, facets.category.art, facets_exhaustive]).toEqual([120, 120, false])
    expect(facets.category.technology + facets.category.music).toBe(60)
    const numbers = results.map(({ cid }: { cid: string }) => Number(cid.slice(3)) % 3)
    expect(new Set(numbers)).toEqual(new Set([0]))
  })

  it('some hundreds of the newest are looked at before all are, where open ones lie among many', async () => {
    await add(1, 5_000, `case when i % 10 = 1 then ${OPEN} else ${OVER} end`)
    await api.pool.query('analyze campaign_metadata')
    const { count, exhaustive } = await search('&status=ACTIVE')
    expect(exhaustive).toBe(false)
    expect(count).toBeGreaterThanOrEqual(20)
    expect(count).toBeLessThan(500)
    // Where the first try is left out, as it found too few.
    expect((await search('&status=ACTIVE')).count).toBe(count)
  })
})
