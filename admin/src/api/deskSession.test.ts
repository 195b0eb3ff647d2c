import { ApiError, type Tokens } from '@kindling/client'
import { beforeEach, expect, test } from 'vitest'
import { createDeskSession, SESSION_KEY } from './deskSession.ts'

const HOUR_S = 3600

let now = 0
let stored: Map<string, string>
let asked: string[]
let answer: (refresh: string) => Promise<Tokens>
const running = new Map<string, Promise<unknown>>()

/** As the browser's: one after the other. */
async function lock<T>(name: string, run: () => Promise<T>): Promise<T> {
  const before = running.get(name) ?? Promise.resolve()
  const mine = before.then(run, run)
  running.set(name, mine)
  return mine
}

/** A tab: it shares storage and lock with the others. */
const openTab = () =>
  createDeskSession({
    storage: {
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => void stored.set(key, value),
      removeItem: (key) => void stored.delete(key),
    },
    lock,
    refresh: (token) => {
      asked.push(token)
      return answer(token)
    },
    now: () => now,
  })

const pair = (number: number): Tokens => ({
  access: `access ${number}`,
  refresh: `refresh ${number}`,
  expires_in: HOUR_S,
})

function refusal(status: number): ApiError {
  return new ApiError({ type: '', title: '', status, detail: 'No.', code: 'token_invalid', request_id: '' })
}

beforeEach(() => {
  now = Date.parse('2026-11-25T10:00:00Z')
  stored = new Map()
  asked = []
  running.clear()
  answer = async (token) => pair(Number(token.split(' ')[1]) + 1)
})

test('a token is used until shortly before it expires', async () => {
  const tab = openTab()
  tab.start(pair(1))
  now += (HOUR_S - 60) * 1000
  expect(await tab.accessToken()).toBe('access 1')
  now += 45_000
  expect(await tab.accessToken()).toBe('access 2')
  expect(asked).toEqual(['refresh 1'])
})

test('requests at the same time, in several tabs, share one refresh', async () => {
  const [one, other] = [openTab(), openTab()]
  one.start(pair(1))
  now += HOUR_S * 1000
  const tokens = await Promise.all([one.accessToken(), one.accessToken(), other.accessToken(), other.accessToken()])
  expect(new Set(tokens)).toEqual(new Set(['access 2']))
  expect(asked).toEqual(['refresh 1'])
})

test('a token that the server refused is replaced, and not twice', async () => {
  const [one, other] = [openTab(), openTab()]
  one.start(pair(1))
  expect(await one.accessToken('access 1')).toBe('access 2')
  expect(await other.accessToken('access 1')).toBe('access 2')
  expect(asked).toEqual(['refresh 1'])
})

test('the session ends when the server refuses the refresh token', async () => {
  const tab = openTab()
  const seen: boolean[] = []
  const stop = tab.watch(() => seen.push(tab.isOpen()))
  tab.start(pair(1))
  now += HOUR_S * 1000
  answer = () => Promise.reject(refusal(401))
  expect(await tab.accessToken()).toBeUndefined()
  expect(tab.isOpen()).toBe(false)
  expect(seen, 'whoever watches hears of it').toEqual([true, false])
  stop()
  tab.start(pair(2))
  expect(seen.length).toBe(2)
})

test.each([
  ['without a network', new TypeError('Failed to fetch')],
  ['when the server is overloaded', refusal(503)],
  ['when the limit is reached', refusal(429)],
])('%s the session goes on: the old token until it expires, and a new one later', async (_when, error) => {
  const tab = openTab()
  tab.start(pair(1))
  now += (HOUR_S - 10) * 1000
  answer = () => Promise.reject(error)
  expect(await tab.accessToken()).toBe('access 1')
  now += 10_000
  await expect(tab.accessToken()).rejects.toBe(error)
  answer = async () => pair(2)
  expect(await tab.accessToken()).toBe('access 2')
})

test('tokens that live shorter than the margin are not refreshed at every request', async () => {
  const tab = openTab()
  tab.start({ ...pair(1), expires_in: 20 })
  now += 9000
  expect(await tab.accessToken()).toBe('access 1')
  expect(asked).toEqual([])
})

test('signing out forgets the tokens and hands over the one to revoke', () => {
  const tab = openTab()
  tab.start(pair(1))
  expect(tab.end()).toBe('refresh 1')
  expect(stored.has(SESSION_KEY)).toBe(false)
})
