import { describe, expect, it } from 'vitest'
import { compileSchema } from '../../lib/compileSchema.ts'
import { wordsMember } from './parameters.ts'

describe('words', () => {
  const must = compileSchema<string>(wordsMember('Why', 500))
  const may = compileSchema<string>(wordsMember('Why', 500, 0))

  it.each(['a', ' a', 'a ', 'a\n\tb', '\u00a0.\u2028', '\u{1f600}'.repeat(500)])('may be %j', (text) => {
    expect([must.fits(text), may.fits(text)]).toEqual([true, true])
  })

  it.each(['', ' ', '\n\t \u00a0'])('may be %j only where none are needed', (text) => {
    expect([must.fits(text), may.fits(text)]).toEqual([false, true])
  })

  it.each(['a\0', 'a\r', '\u000bb', '\u007f', 'a\ud800b', '\udc00', 'a'.repeat(501)])('are never %j', (text) => {
    expect([must.fits(text), may.fits(text)]).toEqual([false, false])
  })

  // In the time that this once took for two hundred letters more the whole suite runs.
  it('are refused in one go, however long they are', () => {
    expect(must.misfits(`${'a'.repeat(1_000_000)}\u0001`)).toHaveLength(2)
    expect(must.misfits(`${' '.repeat(1_000_000)}\u0001`)).toHaveLength(2)
  })
})
