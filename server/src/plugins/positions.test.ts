import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay, setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitFor } from '../../test/support/waitFor.ts'
import { getChainPosition } from '../queries/getChainPosition.ts'
import { openTestApi, type TestApi } from '../routes/testing/openTestApi.ts'
import { CHAIN_ID } from '../routes/testing/world.ts'
import { MOST_AGE_MS, type Positions, PROBABLE_MS } from './positions.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi({})
})
afterAll(() => api.close())

/** Commits something that is answered, and tells the version after it. */
async function change(): Promise<string> {
  await api.pool.query("select add_to_feed($1, 'moderation', null, null, null)", [CHAIN_ID])
  return (await getChainPosition(api.pool, CHAIN_ID))!.version
}

/** Lets many ask while `work` is done. */
async function amongMany(ask: (i: number) => Promise<unknown>, work: () => Promise<void>): Promise<void> {
  let isOver = false
  const asking = Array.from({ length: 40 }, async (_, i) => {
    while (!isOver) await ask(i)
  })
  try {
    await work()
  } finally {
    isOver = true
    await Promise.all(asking)
  }
}

const versionOf = async (told: ReturnType<Positions['of']>) => (await told)?.version

test('where a chain stands is never told as of before the question, however many ask meanwhile', async () => {
  const { positions } = api.app
  // Of other chains too, of which there is none.
  const ask = (i: number) => positions.of([undefined, CHAIN_ID, 9_000 + i][i % 3])
  await amongMany(ask, async () => {
    for (let i = 0; i < 100; i++) {
      const version = await change()
      expect(await Promise.all([positions.of(CHAIN_ID), positions.of(undefined)].map(versionOf))).toEqual([
        version,
        version,
      ])
    }
  })
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

test('one of a crowd is told of nothing older than a few milliseconds, and one alone of what is so now', async () => {
  const { positions } = api.app
  // Until those that asked before are no crowd any more.
  await delay(3 * MOST_AGE_MS)
  for (let i = 0; i < 20; i++) {
    const version = await change()
    expect(await versionOf(positions.ofCrowd(CHAIN_ID))).toBe(version)
    await delay(1)
  }
  const changes: { version: string; atMs: number }[] = []
  const told: { version: string | undefined; askedMs: number }[] = []
  const ask = async () => {
    const askedMs = performance.now()
    told.push({ version: await versionOf(positions.ofCrowd(CHAIN_ID)), askedMs })
  }
  await amongMany(ask, async () => {
    for (let i = 0; i < 200; i++) changes.push({ version: await change(), atMs: performance.now() })
  })
  const places = new Map(changes.map(({ version }, place) => [version, place]))
  for (const { version, askedMs } of told) {
    const due = changes.findLastIndex(({ atMs }) => atMs <= askedMs - MOST_AGE_MS)
    expect(places.get(version!) ?? -1).toBeGreaterThanOrEqual(due)
  }
})

test('what was told last is probably so for a moment', async () => {
  const { positions } = api.app
  const version = await change()
  expect(positions.probably(9_999)).toBeUndefined()
  await waitFor('it was asked in time', async () => {
    await positions.of(CHAIN_ID)
    return positions.probably(CHAIN_ID)?.version === version
  })
  await delay(PROBABLE_MS)
  expect(positions.probably(CHAIN_ID)).toBeUndefined()
})

test('who wrote something reads it at once from whichever process, however many others ask', async () => {
  const other = await openTestApi({ databaseUrl: (api.pool.options as { connectionString: string }).connectionString })
  const url = '/api/v1/auth/siwe/nonce/'
  try {
    await amongMany(
      () => other.app.positions.ofCrowd(CHAIN_ID),
      async () => {
        for (let i = 0; i < 50; i++) {
          const version = await change()
          const { statusCode } = await api.app.inject({ method: 'POST', url, remoteAddress: `192.0.2.${i}` })
          expect(statusCode).toBe(200)
          expect(await versionOf(other.app.positions.ofCrowd(CHAIN_ID))).toBe(version)
        }
      },
    )
  } finally {
    await other.close()
  }
})

test('whoever asks by what a stream told gets it, from whichever process, however many others ask', async () => {
  const other = await openTestApi({ databaseUrl: (api.pool.options as { connectionString: string }).connectionString })
  await api.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = api.app.server.address() as AddressInfo
  let told = ''
  const stream = get({ port, path: '/api/v1/stream/', agent: false }, (response) => {
    response.setEncoding('utf8')
    response.on('data', (text: string) => {
      told += text
    })
    response.on('error', () => {})
  })
  stream.on('error', () => {})
  try {
    await waitFor('the stream is open', async () => (await api.app.live.metrics[0].get()).values[0]?.value === 1)
    await amongMany(
      () => other.app.positions.ofCrowd(CHAIN_ID),
      async () => {
        for (let i = 1; i <= 50; i++) {
          const version = await change()
          while (told.split('event: ').length <= i) await setImmediate()
          expect(await versionOf(other.app.positions.ofCrowd(CHAIN_ID))).toBe(version)
        }
      },
    )
  } finally {
    stream.destroy()
    await other.close()
  }
})
