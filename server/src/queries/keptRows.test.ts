import type pg from 'pg'
import { expect, it } from 'vitest'
import { keepOf, keptRowsOf } from './keptRows.ts'

const text = { name: 'A', short_description: null, image_cid: null, category: null, story: null }

it('rows that are kept are of one version, and of a server that has not started anew since', () => {
  const kept = keptRowsOf({} as pg.Pool)
  keepOf(kept, 1)
  kept.texts.set(50, '804', text, 10)
  keepOf(kept, 1)
  expect(kept.texts.get(50, '804')).toBe(text)
  expect(kept.texts.get(50, '805')).toBeUndefined()
  // After a crash the number of a lost transaction is given out again.
  keepOf(kept, 2)
  expect(kept.texts.get(50, '804')).toBeUndefined()
})

it('of rows no more are kept than there is room for', () => {
  const none = keptRowsOf({} as pg.Pool, 0)
  none.texts.set(1, '1', text, 10)
  expect(none.texts.get(1, '1')).toBeUndefined()
  const kept = keptRowsOf({} as pg.Pool, 1 / (1024 * 1024))
  for (const id of [1, 2, 3]) kept.texts.set(id, '1', text, 15)
  expect([1, 2, 3].map((id) => kept.texts.get(id, '1') !== undefined)).toEqual([false, true, true])
})
