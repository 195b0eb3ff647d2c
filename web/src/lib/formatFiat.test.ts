import { expect, it } from 'vitest'
import { formatFiat } from './formatFiat.ts'

it.each([
  [28_731.77, '€28,730'],
  [123.456, '€123'],
  [0.01234, '€0.0123'],
  [0, '€0'],
])('%d is shown roughly, as %s', (amount, text) => {
  expect(formatFiat(amount, { currency: 'EUR' }, 'en')).toBe(text)
})
