import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { openTestApi, type TestApi } from '../routes/testing/openTestApi.ts'

const work = vi.hoisted(() => ({ verified: [] as string[], hashed: 0 }))
vi.mock('@node-rs/argon2', async (original) => {
  const argon2 = await original<typeof import('@node-rs/argon2')>()
  return {
    ...argon2,
    verify(...given: Parameters<typeof argon2.verify>) {
      work.verified.push(String(given[0]).split('$').slice(1, 4).join('$'))
      return argon2.verify(...given)
    },
    hash(...given: Parameters<typeof argon2.hash>) {
      work.hashed += 1
      return argon2.hash(...given)
    },
  }
})

let api: TestApi
beforeAll(async () => {
  api = await openTestApi({ world: [], env: { TRUST_PROXY: 'on' } })
  await api.post('/api/v1/auth/register/', { username: 'ada', password: 'violet kettle orbit 42' })
  // The first sign-in of a process makes the hash that stands in for an account that is not there.
  await api.post('/api/v1/auth/token/', { username: 'nobody', password: 'x' })
})
afterAll(() => api.close())
beforeEach(() => {
  work.verified = []
  work.hashed = 0
})

it.each([
  ['a wrong password', 'ada'],
  ['a name that is not there', 'grace'],
  ['a name that can be none', '\u202e<>'],
])('signing in with %s costs one check of a hash of the same cost, and is answered alike', async (_what, username) => {
  const answer = await api.post('/api/v1/auth/token/', { username, password: 'wrong horse battery' })
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'credentials_wrong'])
  expect(answer.json().detail).toBe('There is no account with this username and password.')
  expect(work).toEqual({ verified: ['argon2id$v=19$m=19456,t=2,p=1'], hashed: 0 })
})

it('a password that is too long is refused before it costs anything', async () => {
  const answer = await api.post('/api/v1/auth/token/', { username: 'ada', password: 'x'.repeat(1000) })
  expect(answer.statusCode).toBe(400)
  expect(work).toEqual({ verified: [], hashed: 0 })
})

it('who is closed out for guessing costs nothing more', async () => {
  const guess = () =>
    api.post('/api/v1/auth/token/', { username: 'ada', password: 'wrong horse' }, { 'x-forwarded-for': '198.51.100.9' })
  for (let i = 0; i < 5; i++) await guess()
  work.verified = []
  expect((await guess()).statusCode).toBe(429)
  expect(work.verified).toEqual([])
})
