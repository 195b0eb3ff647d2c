import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApi, type TestApi } from '../routes/testing/openTestApi.ts'
import { CHAIN_ID } from '../routes/testing/world.ts'
import { countFacets } from './countFacets.ts'
import { getChainPosition } from './getChainPosition.ts'
import type { Queryable, Statement } from './sql.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi({ standingsYoungMs: 3_600_000 })
})
afterAll(() => api.close())

test('tags are counted as of the clock, though the moment that the counts are of moves while facets are read', async () => {
  const chain = (await getChainPosition(api.pool, CHAIN_ID))!
  const deadline = chain.clockTs + 1
  const address = `'0xe' || lpad(to_hex(i), 39, '0')`
  await api.pool.query(`
    insert into campaigns (chain_id, address, factory_address, creator_address, goal_wei, deadline_ts, cid, created_block,
        created_log_index, created_at, updated_at)
      select ${CHAIN_ID}, ${address}, ${address}, ${address}, 10, ${deadline}, 'cid' || i, 1, i, now(), now()
      from generate_series(1, 50) i;
    insert into campaign_metadata (chain_id, campaign_address, cid, name, category, state, tags)
      select ${CHAIN_ID}, ${address}, 'cid' || i, 'x', 'art', 'resolved', '["soon"]' from generate_series(1, 50) i;
    delete from campaign_hides`)
  const move = (ts: number) => api.pool.query('select move_counted_at($1, $2)', [CHAIN_ID, ts])
  await move(chain.clockTs)
  const filters = { status: ['ACTIVE' as const] }
  const expected = await countFacets(api.pool, chain, filters)
  expect(expected.tags).toContainEqual({ tag: 'soon', count: 50 })
  let asked = 0
  const moving: Queryable = {
    async query(statement: Statement) {
      if (++asked === 2) await move(deadline)
      return api.pool.query(statement)
    },
  }
  expect(await countFacets(moving, chain, filters)).toEqual(expected)
  expect(asked).toBe(3)
})
