import { expect, test } from 'vitest'
import { RecentlyUsed } from './RecentlyUsed.ts'

const of = (bytes: number) => ({ bytes })

test('what is asked for stays, and what nobody asks for goes', () => {
  const values = new RecentlyUsed(100)
  const asked = of(10)
  values.set('asked', asked)
  values.set('forgotten', of(10))
  for (let i = 0; i < 30; i++) {
    values.set(`new ${i}`, of(10))
    expect(values.get('asked')).toBe(asked)
    expect(values.bytes).toBeLessThanOrEqual(100)
  }
  expect(values.get('forgotten')).toBeUndefined()
  expect(values.get('new 29')).toEqual(of(10))
})

test('there are never more bytes than may be, whatever the sizes, and never fewer than what was set last', () => {
  const values = new RecentlyUsed(1_000)
  for (let i = 0; i < 2_000; i++) {
    const bytes = 1 + ((i * 37) % 125)
    values.set(`${(i * 7) % 50}`, of(bytes))
    values.get(`${(i * 11) % 60}`)
    expect(values.bytes).toBeGreaterThanOrEqual(bytes)
    expect(values.bytes).toBeLessThanOrEqual(1_000)
  }
})

test('what fits together stays together, in whatever order it is asked for', () => {
  const values = new RecentlyUsed(100)
  for (let round = 0; round < 5; round++) {
    for (let i = 0; i < 10; i++) {
      if (values.get(`${i}`) === undefined) values.set(`${i}`, of(10))
      else expect(round).toBeGreaterThan(0)
    }
  }
  expect(values.bytes).toBe(100)
})

test('a value takes the place of the one before it, wherever that is', () => {
  const values = new RecentlyUsed(100)
  values.set('a', of(10))
  values.set('a', of(12))
  expect([values.get('a'), values.bytes]).toEqual([of(12), 12])
  for (const name of ['b', 'c', 'd', 'e']) values.set(name, of(10))
  values.set('a', of(5))
  expect([values.get('a'), values.bytes]).toEqual([of(5), 45])
})

test('what is larger than an eighth is not kept, nor what it was before', () => {
  const values = new RecentlyUsed(100)
  values.set('a', of(12))
  values.set('a', of(13))
  expect([values.get('a'), values.bytes]).toEqual([undefined, 0])
})
