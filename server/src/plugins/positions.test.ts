import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getChainPosition } from '../queries/getChainPosition.ts'
import { openTestApi, type TestApi } from '../routes/testing/openTestApi.ts'
import { CHAIN_ID } from '../routes/testing/world.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi({})
})
afterAll(() => api.close())

test('where a chain stands is never told as of before the question, however many ask meanwhile', async () => {
  const { positions } = api.app
  let isOver = false
  const asking = Array.from({ length: 20 }, async (_, i) => {
    // Of other chains too, of which there is none.
    while (!isOver) await positions.of([undefined, CHAIN_ID, 9_000 + i][i % 3])
  })
  try {
    for (let i = 0; i < 100; i++) {
      await api.pool.query("select add_to_feed($1, 'moderation', null, null, null)", [CHAIN_ID])
      const known = await getChainPosition(api.pool, CHAIN_ID)
      const told = await Promise.all([positions.of(CHAIN_ID), positions.of(undefined)])
      expect(told.map((one) => one?.version)).toEqual([known!.version, known!.version])
    }
  } finally {
    isOver = true
    await Promise.all(asking)
  }
})

test('who asks before the statement is sent shares it, who asks later does not', async () => {
  const first = api.app.positions.of(CHAIN_ID)
  await setImmediate()
  expect(api.app.positions.of(CHAIN_ID)).toBe(first)
  await first
  const second = api.app.positions.of(CHAIN_ID)
  expect(second).not.toBe(first)
  await second
})
