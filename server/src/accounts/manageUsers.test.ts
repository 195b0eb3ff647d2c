import { expect, test } from 'vitest'
import { randomPassword } from './manageUsers.ts'
import { assertGoodPassword } from './passwordRules.ts'

test('a password that is made up is one that may be taken, however short the name is', () => {
  for (let i = 0; i < 500; i++) assertGoodPassword(randomPassword('a'), 'a')
  expect(randomPassword('Ada')).toMatch(/^[\w-]{20}$/)
})
