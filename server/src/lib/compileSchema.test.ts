import { expect, test } from 'vitest'
import { compileSchema } from './compileSchema.ts'

test.each(['integer', 'number'])('%s: what JSON has too large for a number is none', (type) => {
  const check = compileSchema({ type: 'object', properties: { at: { type, minimum: 0 } } })
  expect(check.fits(JSON.parse('{"at": 1e300}'))).toBe(true)
  expect(check.fits(JSON.parse('{"at": 1e400}'))).toBe(false)
  expect(check.misfits(JSON.parse('{"at": 1e400}'))).toEqual([{ path: '/at', message: `must be ${type}` }])
})
