import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LexemeShares } from './lexemeShares.ts'
import type { Search } from './readSearch.ts'
import { newestParts, partsFrom } from './searchParts.ts'
import { searchSource, type Wanted } from './searchSource.ts'
import { render } from './sql.ts'
import { quotedLexeme } from './textQuery.ts'

const holds = (parts: readonly string[], id: number) =>
  parts.includes(`'~${Math.floor(id / 500)}'`) || parts.includes(`'~~${Math.floor(id / 8000)}'`)

describe('parts of documents', () => {
  it('hold every id from the oldest on, and those of two thousand documents to come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300_000 }), fc.nat(), fc.nat(), (newest, more, one) => {
        const oldest = newest - (more % newest)
        const parts = partsFrom(oldest, newest)
        const ids = [oldest, newest, newest + 1_999, oldest + (one % (newest - oldest + 1))]
        for (const id of ids) expect(holds(parts, id)).toBe(true)
        expect(new Set(parts).size).toBe(parts.length)
        // At most a large part's worth of older ones.
        expect(holds(parts, oldest - 8_000)).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })

  it('are small ones of a few thousand ids, large ones of more, with small ones at their end', () => {
    expect(partsFrom(98_600, 99_999)).toEqual(["'~197'", "'~198'", "'~199'", "'~200'", "'~201'", "'~202'", "'~203'"])
    expect(partsFrom(95_163, 99_999)).toEqual(["'~~12'", "'~~13'", "'~190'", "'~191'"])
    expect(partsFrom(90_165, 99_999)).toEqual(["'~~11'", "'~~12'", "'~~13'"])
  })
})

describe('parts of documents of some kinds', () => {
  const signsOf = (id: number, category: string) => [
    `'~${Math.floor(id / 500)}'`,
    `'~~${Math.floor(id / 8000)}'`,
    quotedLexeme(`~=${category}`),
    quotedLexeme(`~${Math.floor(id / 2000)}=${category}`),
  ]
  const matches = (parts: readonly string[], id: number, category: string) =>
    parts.every((any) => any.split(' | ').some((one) => signsOf(id, category).includes(one)))
  const categories = ['art', "it's"]
  const sharesOf = (documents: number) =>
    ({ documents, newestId: documents, idsPerDocument: 1 }) as unknown as LexemeShares

  it('hold every document of those kinds that is new enough, and no other kind', () => {
    const documents = fc.integer({ min: 2_000, max: 300_000 })
    fc.assert(
      fc.property(documents, fc.integer({ min: 1, max: 999 }), fc.nat(), (newest, permille, one) => {
        const { parts, isCut } = newestParts(permille / 1_000, 120, sharesOf(newest), {
          kinds: { categories, share: 0.1 },
        })
        const oldest = isCut ? newest - Math.ceil(120 / ((permille / 1_000) * 0.1)) + 1 : 1
        for (const id of [oldest, newest, newest + 1_999, oldest + (one % (newest - oldest + 1))]) {
          for (const category of categories) expect(matches(parts, id, category)).toBe(true)
          expect(matches(parts, id, 'music')).toBe(false)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('are of each kind where those are few, else of all beside the kinds', () => {
    const partsOf = (share: number, documents = 100_000) =>
      newestParts(share, 120, sharesOf(documents), { kinds: { categories, share: 0.1 } })
    expect(partsOf(0.5)).toEqual({
      parts: ["'~48=art' | '~49=art' | '~50=art' | '~51=art' | '~48=it''s' | '~49=it''s' | '~50=it''s' | '~51=it''s'"],
      isCut: true,
    })
    expect(partsOf(0.02).parts).toEqual(["'~=art' | '~=it''s'", expect.stringMatching(/^'~~5' \| /)])
    expect(partsOf(0.5, 2_000)).toEqual({ parts: ["'~=art' | '~=it''s'"], isCut: false })
  })
})

describe('a word that very many use', () => {
  const none = { of: () => 0, knows: () => false, beginning: () => [] }
  const search = {
    text: { text: "'lantern'", share: { story: 0.5, title: 0.1 }, hasExclusion: false },
    shares: { documents: 10_000, newestId: 10_000, idsPerDocument: 1, story: none, title: none, category: () => 0.1 },
  } as unknown as Search
  const asked = (hasFilters: boolean, more: Partial<Wanted> = {}) => {
    const { text, values } = render(searchSource(1, search, { isBounded: true, hasFilters, ...more }).from)
    return { values, limits: [...text.matchAll(/limit (\d+)/g)].map(([, limit]) => Number(limit)), text }
  }

  it('is looked for in titles first; beside filters in twice as many of the newest documents, as of the best titles few may pass', () => {
    const [alone, filtered] = [asked(false), asked(true)]
    expect(alone.limits).toContain(120)
    expect(alone.text).toContain('select count(*) from titled) < 96')
    expect(filtered.limits).toContain(300)
    expect(filtered.text).toContain('select count(*) from titled) < 600')
    expect(filtered.values).toContainEqual(expect.stringMatching(/lantern.*~20/))
  })

  it('is looked for within the categories asked for, and in few of all besides', () => {
    const { values, limits } = asked(false, { category: ['art', "it's"] })
    expect(values).toContainEqual("('lantern') & ('~=art' | '~=it''s')")
    expect(limits).toContain(60)
  })

  it('is looked for in no older document than those of open campaigns, where only those are wanted, and in more the fewer are open', () => {
    const open = { oldest: 9_001, newest: 10_000, count: 700 }
    const { values, text } = asked(false, { open })
    // And of those that may come in meanwhile.
    expect(values).toContainEqual(
      expect.stringMatching(/^\('lantern'\) & \('~18' \| '~19' .*'~31' \| '~~2' .*'~~6'\)$/),
    )
    expect(values).toContain(172)
    const fewer = asked(false, { open: { ...open, count: 1 } })
    expect(fewer.values).toContain(240)
    // Which is prepared once.
    expect(fewer.text).toBe(text)
  })
})
