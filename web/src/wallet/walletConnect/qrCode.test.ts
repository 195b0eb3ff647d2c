/// <reference types="node" />
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { qrCode } from './qrCode.ts'

const letters = (count: number) =>
  Array.from({ length: count }, (_, i) => String.fromCharCode(33 + ((i * 7) % 90))).join('')

// Each of these codes was read back by zbar (zbarimg 0.23) as its text.
it.each([
  ['a', 21, '56bb324cb2e86a13'],
  ['Kindling', 21, 'd25cde452feceeab'],
  [letters(50), 29, 'f09814d90714dc23'],
  [letters(192), 49, '1cd54e4b607a5df4'],
  [letters(231), 57, '81bae4042b65f0d6'],
  [letters(850), 97, 'ef67e1fdfcc1bcf4'],
])('the code of %s is %i modules wide and as a reader read it', (text, size, digest) => {
  const rows = qrCode(text)
  expect(rows).toHaveLength(size)
  const drawn = rows.map((row) => row.map(Number).join('')).join('\n')
  expect(createHash('sha256').update(drawn).digest('hex').slice(0, 16)).toBe(digest)
})

it('a text too long for a code is refused', () => {
  expect(() => qrCode('x'.repeat(900))).toThrow('900 bytes are too many')
})
