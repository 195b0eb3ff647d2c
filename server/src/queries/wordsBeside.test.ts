import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from './editDistance.ts'
import { wordsBeside } from './wordsBeside.ts'

const word = (maxLength: number) => fc.string({ unit: fc.constantFrom(...'abz'), minLength: 1, maxLength })

describe('words beside another', () => {
  it('are those at a distance of one, and no others', () => {
    expect(wordsBeside('bakrey')).toContain('bakery')
    expect(wordsBeside('bock')).toEqual(expect.arrayContaining(['book', 'ock', 'bocks', 'block']))
    fc.assert(
      fc.property(word(5), word(6), (a, b) => {
        expect(wordsBeside(a).includes(b)).toBe(editDistance(a, b) === 1)
      }),
      { numRuns: 2_000 },
    )
    for (const beside of wordsBeside('river')) expect(editDistance('river', beside)).toBe(1)
  })
})
