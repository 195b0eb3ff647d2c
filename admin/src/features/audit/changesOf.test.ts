import { expect, test } from 'vitest'
import { changesOf } from './changesOf.ts'

test('only what is not the same before and after is a change', () => {
  const before = { hidden: false, reason: null, address: '0x1' }
  const after = { hidden: true, reason: 'Copied.', address: '0x1' }
  expect(changesOf(before, after)).toEqual([
    { field: 'hidden', left: false, right: true },
    { field: 'reason', left: null, right: 'Copied.' },
  ])
})

test('what was made has nothing before, what was taken away nothing after', () => {
  expect(changesOf(null, { role: 'staff' })).toEqual([{ field: 'role', left: undefined, right: 'staff' }])
  expect(changesOf({ role: 'staff' }, null)).toEqual([{ field: 'role', left: 'staff', right: undefined }])
  expect(changesOf(null, null)).toEqual([])
})

test('values that are no objects are one change', () => {
  expect(changesOf(['a', 'b'], ['b', 'a'])).toEqual([{ field: 'value', left: ['a', 'b'], right: ['b', 'a'] }])
  expect(changesOf(['a'], ['a'])).toEqual([])
})
