import { randomBytes } from 'node:crypto'
import { connect, createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waitFor } from '../../test/support/waitFor.ts'
import { createBareApp } from '../routes/testing/createBareApp.ts'
import { openTestApi } from '../routes/testing/openTestApi.ts'
import { createMemoryLimitStore } from './limitStore.ts'
import { createRedisLimitStore } from './redisLimitStore.ts'

const REDIS_URL = process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379/9'

const hasRedis = await new Promise<boolean>((resolve) => {
  const { hostname, port } = new URL(REDIS_URL)
  const socket = connect(Number(port || 6379), hostname, () => {
    socket.destroy()
    resolve(true)
  })
  socket.on('error', () => resolve(false))
})

describe('limits', () => {
  async function limited(env: Record<string, string>) {
    const app = createBareApp({ env: { RATE_LIMIT_ANON: '3/minute', ...env } })
    await app.ready()
    const statuses = async (headers: Record<string, string>[]) => {
      const answers = []
      for (const one of headers) answers.push(await app.inject({ url: '/nothing', headers: one }))
      return answers
    }
    return { app, statuses }
  }

  it('past the limit everything is a 429 that says when to come back, but for probes', async () => {
    const { app, statuses } = await limited({})
    const answers = await statuses([{}, {}, {}, {}])
    expect(answers.map((answer) => answer.statusCode)).toEqual([404, 404, 404, 429])
    expect(answers.map((answer) => answer.headers['ratelimit-remaining'])).toEqual(['2', '1', '0', '0'])
    expect(answers[3]!.json().code).toBe('rate_limited')
    expect(Number(answers[3]!.headers['retry-after'])).toBeGreaterThan(0)
    expect(answers[3]!.headers['content-security-policy']).toBeDefined()
    expect((await app.inject('/health/live')).statusCode).toBe(200)
    await app.close()
  })

  it('a forged X-Forwarded-For changes nothing, unless a proxy is trusted', async () => {
    const forged = [1, 2, 3, 4].map((i) => ({ 'x-forwarded-for': `203.0.113.${i}` }))
    const direct = await limited({})
    expect((await direct.statuses(forged)).at(-1)!.statusCode).toBe(429)
    await direct.app.close()
    const proxied = await limited({ TRUST_PROXY: 'on' })
    expect((await proxied.statuses(forged)).at(-1)!.statusCode).toBe(404)
    // Only what the proxy itself added counts: the rest of the header is the client's word.
    const longer = [1, 2, 3, 4].map((i) => ({ 'x-forwarded-for': `203.0.113.${i}, 198.51.100.9` }))
    expect((await proxied.statuses(longer)).at(-1)!.statusCode).toBe(429)
    await proxied.app.close()
  })

  it('count an IPv6 client by its /64, and an IPv4 address written as IPv6 as itself', async () => {
    const { app, statuses } = await limited({ TRUST_PROXY: 'on' })
    const from = (...addresses: string[]) => statuses(addresses.map((one) => ({ 'x-forwarded-for': one })))
    const same = await from('2001:db8::1', '2001:db8:0:0:ffff::1', '2001:0db8::2', '2001:db8:0:0:1:2:3:4')
    expect(same.map((answer) => answer.statusCode)).toEqual([404, 404, 404, 429])
    expect((await from('2001:db8:0:1::1'))[0]!.statusCode).toBe(404)
    const mapped = await from('203.0.113.9', '::ffff:203.0.113.9', '203.0.113.9', '::ffff:203.0.113.9')
    expect(mapped.at(-1)!.statusCode).toBe(429)
    await app.close()
  })

  it('of sign-ins have a setting of their own', async () => {
    const api = await openTestApi({ world: [], env: { RATE_LIMIT_SIGN_IN: '2/minute' } })
    const signIn = () => api.post('/api/v1/auth/token/', { username: 'nobodyhere', password: 'wrong horse' })
    expect([await signIn(), await signIn(), await signIn()].map(({ statusCode }) => statusCode)).toEqual([
      401, 401, 429,
    ])
    await api.close()
  })

  it('of users are counted by user, wherever they come from, and are larger', async () => {
    const api = await openTestApi({
      world: [],
      env: { RATE_LIMIT_ANON: '2/minute', RATE_LIMIT_USER: '4/minute', TRUST_PROXY: 'on' },
    })
    const from = (i: number) => ({ 'x-forwarded-for': `203.0.113.${i}` })
    const made = await api.post(
      '/api/v1/auth/register/',
      { username: 'ada', password: 'violet kettle orbit 42' },
      from(1),
    )
    const authorization = `Bearer ${made.json().access}`
    const statuses = []
    for (let i = 10; i < 15; i++) {
      statuses.push((await api.request({ url: '/api/v1/chains/', headers: { ...from(i), authorization } })).statusCode)
    }
    expect(statuses).toEqual([200, 200, 200, 200, 429])
    // A token that does not count is counted for the client.
    const guesses = []
    for (let i = 0; i < 3; i++) {
      guesses.push(
        (await api.request({ url: '/api/v1/chains/', headers: { ...from(30), authorization: 'Bearer a.b.c' } }))
          .statusCode,
      )
    }
    expect(guesses).toEqual([401, 401, 429])
    await api.close()
  })

  it('let everything pass while Redis does not answer, and count that', async () => {
    const { app, statuses } = await limited({ REDIS_URL: 'redis://127.0.0.1:1' })
    const answers = await statuses(Array(5).fill({}))
    expect(answers.map((answer) => answer.statusCode)).toEqual(Array(5).fill(404))
    expect(answers[0]!.headers['ratelimit-limit']).toBe('3')
    expect((await app.limits.failures.get()).values[0]!.value).toBe(5)
    await app.close()
  })

  it('forget the clients that came first when there are too many', async () => {
    const store = createMemoryLimitStore()
    for (let i = 0; i < 60_000; i++) store.add(String(i), 1, 60_000)
    expect((await store.add('59999', 1, 60_000)).count).toBe(2)
    expect((await store.add('0', 1, 60_000)).count).toBe(1)
  })

  it('begin anew with the next window', async () => {
    let time = 0
    const store = createMemoryLimitStore(() => time)
    expect(await store.add('a', 1, 1000)).toEqual({ count: 1, resetMs: 1000 })
    time = 999
    expect(await store.add('a', 1, 1000)).toEqual({ count: 2, resetMs: 1 })
    time = 1000
    expect(await store.add('a', 1, 1000)).toEqual({ count: 1, resetMs: 1000 })
  })
})

it('a Redis that takes commands and never answers is asked once a second, not by every request', async () => {
  let asked = 0
  const hanging = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (data) => {
      for (const command of String(data).split(/(?=\*\d+\r\n\$)/)) {
        // Ready, as far as its INFO says; every script is left without an answer.
        if (/\r\ninfo\r\n/i.test(command)) socket.write('$18\r\nredis_version:7.0\n\r\n')
        else if (/\r\neval\r\n/i.test(command)) asked += 1
        else socket.write('+OK\r\n')
      }
    })
  })
  await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve))
  let time = 0
  const { port } = hanging.address() as { port: number }
  const store = createRedisLimitStore(
    `redis://127.0.0.1:${port}`,
    () => {},
    () => time,
  )
  const fails = () =>
    Promise.resolve(store.add('a', 1, 1000)).then(
      () => false,
      () => true,
    )
  await waitFor('it is asked', async () => {
    time += 1_000
    await fails()
    return asked === 1
  })
  for (let i = 0; i < 20; i++) expect(await fails()).toBe(true)
  expect(asked).toBe(1)
  time += 1_000
  expect(await fails()).toBe(true)
  expect(asked).toBe(2)
  await store.close()
  await new Promise((resolve) => hanging.close(resolve))
})

describe.skipIf(!hasRedis)(`limits in Redis (skipped without one at ${REDIS_URL})`, () => {
  const key = randomBytes(8).toString('hex')
  const stores = [0, 1].map(() => createRedisLimitStore(REDIS_URL, () => {}))
  beforeAll(async () => {
    for (const store of stores) {
      await waitFor('Redis', () =>
        Promise.resolve(store.add(`${key}:warm`, 0, 1000)).then(
          () => true,
          () => false,
        ),
      )
    }
  })
  afterAll(async () => {
    for (const store of stores) await store.close()
  })

  it('are the same for two processes', async () => {
    const counts = []
    for (let i = 0; i < 6; i++) counts.push((await stores[i % 2]!.add(`${key}:a`, 1, 60_000)).count)
    expect(counts).toEqual([1, 2, 3, 4, 5, 6])
    const { resetMs } = await stores[0]!.add(`${key}:a`, 0, 60_000)
    expect(resetMs).toBeGreaterThan(0)
    expect(resetMs).toBeLessThanOrEqual(60_000)
  })

  it('count every one of many at once', async () => {
    const counts = await Promise.all(Array.from({ length: 50 }, (_, i) => stores[i % 2]!.add(`${key}:b`, 1, 60_000)))
    expect(counts.map(({ count }) => count).sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
  })

  it('of two apps over it stop a client of both', async () => {
    const env = { RATE_LIMIT_ANON: '4/minute', REDIS_URL, TRUST_PROXY: 'on' }
    const apps = [createBareApp({ env }), createBareApp({ env })]
    const ip = `2001:db8:${key.slice(0, 4)}:${key.slice(4, 8)}::1`
    const request = (i: number) => apps[i % 2]!.inject({ url: '/nothing', headers: { 'x-forwarded-for': ip } })
    for (const app of apps) await app.ready()
    // Both are connected once a request is counted.
    await waitFor('both to refuse the client', async () => {
      const answers = await Promise.all(apps.map((_, i) => request(i)))
      return answers.every((answer) => answer.statusCode === 429)
    })
    for (const app of apps) await app.close()
  })
})
