import { expect, test } from 'vitest'
import { createAdaptiveLimit, type Ticket } from './adaptiveLimit.ts'

async function fill(limit: ReturnType<typeof createAdaptiveLimit>): Promise<Ticket[]> {
  return Promise.all(Array.from({ length: limit.size() }, () => limit.enter()))
}

test('the limit doubles while everything is accepted, up to the ceiling', async () => {
  const limit = createAdaptiveLimit(24)
  expect(limit.size()).toBe(8)
  for (const expected of [16, 24, 24]) {
    // Others wait behind: the limit is used up.
    const held = await fill(limit)
    const more = limit.enter()
    for (const ticket of held) ticket.leave('accepted')
    expect(limit.size()).toBe(expected)
    const last = await more
    last.leave('neither')
  }
})

test('requests refused together halve the limit once, and then it grows by one a round', async () => {
  const limit = createAdaptiveLimit(64)
  const held = await fill(limit)
  for (const ticket of held) ticket.leave('refused')
  expect(limit.size()).toBe(4)
  const next = await fill(limit)
  const more = limit.enter()
  for (const ticket of next) ticket.leave('accepted')
  expect(limit.size()).toBe(5)
  const last = await more
  last.leave('neither')
})

test('the limit never falls below one', async () => {
  const limit = createAdaptiveLimit(2)
  for (let i = 0; i < 4; i++) {
    const ticket = await limit.enter()
    ticket.leave('refused')
  }
  expect(limit.size()).toBe(1)
})

test('no more run at once than the limit says, and one that gives up leaves its place in the line', async () => {
  const limit = createAdaptiveLimit(1)
  const first = await limit.enter()
  const impatient = new AbortController()
  const second = limit.enter(impatient.signal)
  let third: Ticket | undefined
  const waiting = limit.enter().then((ticket) => {
    third = ticket
  })
  impatient.abort(new Error('no more'))
  await expect(second).rejects.toThrow('no more')
  expect(third).toBeUndefined()
  first.leave('neither')
  await waiting
  expect(third).toBeDefined()
})
