import { expect, test } from 'vitest'
import { may } from './permissions.ts'

test.each([
  ['campaigns', 'moderate', true],
  ['audit', 'list', true],
  ['dead-letters', 'list', true],
  ['dead-letters', 'operate', false],
  ['chains', 'operate', false],
  ['verify-runs', 'create', false],
  ['metadata', 'delete', false],
  ['users', 'list', false],
] as const)('staff: %s %s is %s; an admin may, a user may not', (resource, action, allowed) => {
  expect(may('staff', resource, action)).toBe(allowed)
  expect(may('admin', resource, action)).toBe(true)
  expect(may('user', resource, action)).toBe(false)
})
