import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { HEAD_BLOCK } from '../testing/insertWorld.ts'
import { openTestApi, type TestApi } from '../testing/openTestApi.ts'
import { CHAIN_ID, hashOf, OTHER_CHAIN_ID } from '../testing/world.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi({ world: [] })
})
afterAll(() => api.close())

const url = `/api/v1/chains/${CHAIN_ID}/sync-state/`
const sync = (set: string) => api.pool.query(`update sync_state set ${set} where chain_id = ${CHAIN_ID}`)
const consumer = (set: string) => api.pool.query(`update consumer_state set ${set} where chain_id = ${CHAIN_ID}`)

it('chains are a plain array, the first one first, without RPC URLs', async () => {
  const chains = await api.get('/api/v1/chains/')
  expect(chains.map((chain: { chain_id: number }) => chain.chain_id)).toEqual([CHAIN_ID, OTHER_CHAIN_ID])
  expect(Object.keys(chains[0])).toEqual([
    'id',
    'name',
    'chain_id',
    'native_symbol',
    'explorer_url',
    'factory_addresses',
    'created_at',
    'updated_at',
  ])
  expect(await api.get(`/api/v1/chains/${OTHER_CHAIN_ID}/`)).toEqual(chains[1])
  for (const path of ['', 'sync-state/']) {
    const missing = await api.request(`/api/v1/chains/5/${path}`)
    expect([missing.statusCode, missing.json().code]).toEqual([404, 'chain_not_found'])
  }
})

describe('the sync state', () => {
  beforeEach(async () => {
    await sync(`chain_head = ${HEAD_BLOCK}, halted_reason = null, updated_at = now(), catch_up_from = 0,
      catch_up_started_at = now() - interval '100 seconds'`)
    await consumer(`last_block = ${HEAD_BLOCK}, updated_at = now()`)
  })

  it('is live at the head', async () => {
    expect(await api.get(url)).toMatchObject({
      chain_id: CHAIN_ID,
      chain_name: `Chain ${CHAIN_ID}`,
      last_block: HEAD_BLOCK,
      last_block_hash: hashOf('b', HEAD_BLOCK),
      chain_head: HEAD_BLOCK,
      lag_blocks: 0,
      lag_seconds: 0,
      state: 'live',
      progress_percent: 100,
      eta_seconds: 0,
    })
  })

  it('is live within 25 blocks and backfilling beyond, with the time left by the pace so far', async () => {
    await sync(`chain_head = ${HEAD_BLOCK + 25}, chain_head_time = '2026-03-01T00:01:40Z'`)
    expect(await api.get(url)).toMatchObject({ state: 'live', lag_blocks: 25, lag_seconds: 100, eta_seconds: 0 })
    await sync(`chain_head = ${2 * HEAD_BLOCK}`)
    const state = await api.get(url)
    expect(state).toMatchObject({ state: 'backfilling', lag_blocks: HEAD_BLOCK, progress_percent: 50 })
    // 200 blocks in some 100 s, 200 to go.
    expect(state.eta_seconds).toBeGreaterThanOrEqual(100)
    expect(state.eta_seconds).toBeLessThan(160)
  })

  it('is never 100 % before it is there', async () => {
    await sync('chain_head = 1000000')
    await consumer('last_block = 999999')
    expect((await api.get(url)).progress_percent).toBe(99.99)
  })

  it('is stalled when halted, when the producer is silent, and when the consumer is silent while behind', async () => {
    const state = async () => (await api.get(url)).state
    await sync("halted_reason = 'reorg deeper than 128 blocks'")
    expect(await state()).toBe('stalled')
    await sync("halted_reason = null, updated_at = now() - interval '61 seconds'")
    expect(await state()).toBe('stalled')
    await sync(`updated_at = now(), chain_head = ${HEAD_BLOCK + 5}`)
    expect(await state()).toBe('live')
    await consumer("updated_at = now() - interval '61 seconds'")
    expect(await state()).toBe('stalled')
    expect((await api.get(url)).eta_seconds).toBeNull()
    await sync(`chain_head = ${HEAD_BLOCK}`)
    expect(await state()).toBe('live')
  })

  it('is that of the slowest lane', async () => {
    await api.pool.query(
      `insert into consumer_state (chain_id, partition, partitions, epoch, seq, last_block, last_block_hash, last_block_time)
       values (${CHAIN_ID}, 1, 2, 0, 1, 150, $1, '2026-02-28T23:00:00Z')`,
      [hashOf('b', 150)],
    )
    const response = await api.request(url)
    expect(response.json()).toMatchObject({ last_block: 150, last_block_hash: hashOf('b', 150), lag_blocks: 50 })
    expect(response.headers['x-block-number']).toBe('150')
    await api.pool.query(`delete from consumer_state where partition = 1`)
  })

  it('of a chain nobody has read yet has no blocks', async () => {
    await api.pool.query(`insert into chains (chain_id, name) values (99, 'New')`)
    expect(await api.get('/api/v1/chains/99/sync-state/')).toMatchObject({
      last_block: null,
      last_block_hash: null,
      chain_head: null,
      lag_blocks: null,
      lag_seconds: null,
      state: 'backfilling',
      progress_percent: 0,
      eta_seconds: null,
    })
    await api.pool.query(`delete from chains where chain_id = 99`)
  })
})

it('without any chain, chain data is a 503 that says why', async () => {
  const empty = await openTestApi({ world: [] })
  await empty.pool.query('delete from chains')
  expect(await empty.get('/api/v1/chains/')).toEqual([])
  for (const path of ['campaigns/', 'stats/platform/', 'events/?chain_id=1']) {
    const response = await empty.request(`/api/v1/${path}`)
    expect([response.statusCode, response.json().code]).toEqual([503, 'no_chain'])
  }
  await empty.close()
})
