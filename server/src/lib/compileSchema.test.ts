import { expect, test } from 'vitest'
import { compileSchema } from './compileSchema.ts'

test.each(['integer', 'number'])('%s: what JSON has too large for a number is none', (type) => {
  const check = compileSchema({ type: 'object', properties: { at: { type, minimum: 0 } } })
  expect(check.fits(JSON.parse('{"at": 1e300}'))).toBe(true)
  expect(check.fits(JSON.parse('{"at": 1e400}'))).toBe(false)
  expect(check.misfits(JSON.parse('{"at": 1e400}'))).toEqual([{ path: '/at', message: `must be ${type}` }])
})

test('what may not be given is told with what may', () => {
  const inner = { type: 'object', additionalProperties: false, properties: { a: {}, b: {} } }
  const check = compileSchema({
    type: 'object',
    properties: { in: inner, none: { type: 'object', additionalProperties: false } },
  })
  expect(check.misfits({ in: { a: 1, c: 2 }, none: { d: 3 } })).toEqual([
    { path: '/in/c', message: 'may not be given; allowed are a, b' },
    { path: '/none/d', message: 'may not be given' },
  ])
})
