import fc from 'fast-check'
import { expect, test } from 'vitest'
import { join, literal, render, runPrepared, type Sql, type Statement, sql } from './sql.ts'

/** The statement as it is asked. */
async function asked(statement: Sql): Promise<Statement> {
  const [given] = await runPrepared<Statement>({ query: async (one) => ({ rows: [one] }) }, statement)
  return given!
}

/** Pieces of a few kinds, nested in all ways: what tells them apart is where values stand, and what stands for them. */
const { piece } = fc.letrec<{ piece: Sql }>((tie) => ({
  piece: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(sql`a`, sql``, literal('it is'), literal(7)),
    fc.integer().map((value) => sql`${value}`),
    fc.tuple(fc.integer(), tie('piece')).map(([value, one]) => sql`(${value} + ${one})`),
    fc.tuple(fc.integer(), tie('piece')).map(([value, one]) => sql`(${one} + ${value})`),
    fc.tuple(tie('piece'), tie('piece')).map(([one, other]) => sql`(${one} + ${other})`),
    fc
      .tuple(fc.array(tie('piece'), { maxLength: 3 }), fc.constantFrom(', ' as const, ' and ' as const))
      .map(([parts, separator]) => join(parts, separator)),
  ),
}))

test('values do not change what a statement is called', async () => {
  const statement = (value: number) => sql`select ${value} from ${sql`campaigns c`} limit ${value}`
  const [one, other] = [await asked(statement(1)), await asked(statement(2))]
  expect(one.name).toMatch(/^k[0-9a-f]{32}$/)
  expect([one.name, one.text]).toEqual([other.name, other.text])
  expect(other.values).toEqual([2, 2])
})

test('a statement is asked with the text and the values that it has, however many others were', async () => {
  const texts = new Map<string, string>()
  await fc.assert(
    fc.asyncProperty(piece, async (statement) => {
      const { name, ...given } = await asked(statement)
      expect(given).toEqual(render(statement))
      if (name === undefined) return
      expect(texts.get(name) ?? given.text).toBe(given.text)
      texts.set(name, given.text)
    }),
    { numRuns: 2_000 },
  )
  // More are not named: those that are stay so.
  expect(texts.size).toBeLessThanOrEqual(300)
  expect(texts.size).toBeGreaterThan(100)
})
