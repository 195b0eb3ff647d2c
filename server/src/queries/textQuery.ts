import type { LexemeShares, Shares } from './lexemeShares.ts'

/** A text query as PostgreSQL writes it, with what is known of it before it is asked. */
export interface TextQuery {
  /** Input of `::tsquery`; '' finds nothing. */
  text: string
  /** Which share of the documents it matches, at a guess. */
  share: Record<'story' | 'title', number>
  /** Whether it excludes something: then a title alone does not tell what matches. */
  hasExclusion: boolean
  /** The lexemes it looks for, for highlights: `'lantern' & 'tele':*`. */
  wanted: string
}

export const NOTHING: TextQuery = { text: '', share: { story: 0, title: 0 }, hasExclusion: false, wanted: '' }

const LEXEME = /'((?:[^']|'')*)'(:\*)?/g

/** One that stands alone, as PostgreSQL made it of a word or a phrase. */
export function simpleQuery(text: string, shares: LexemeShares | undefined): TextQuery {
  return {
    text,
    share: { story: shareOf(text, shares?.story), title: shareOf(text, shares?.title) },
    hasExclusion: false,
    wanted: text,
  }
}

function shareOf(text: string, shares: Shares | undefined): number {
  if (shares === undefined) return 1
  let share = 1
  for (const { lexeme, isPrefix } of lexemesIn(text)) {
    share *= isPrefix
      ? Math.min(
          1,
          shares.beginning(lexeme).reduce((sum, one) => sum + one.share, shares.of('')),
        )
      : shares.of(lexeme)
  }
  return share
}

/** The lexemes of a text query, in order. */
export function lexemesIn(text: string): { lexeme: string; isPrefix: boolean }[] {
  return [...text.matchAll(LEXEME)].map(([, quoted, prefix]) => ({
    lexeme: quoted!.replaceAll("''", "'"),
    isPrefix: prefix !== undefined,
  }))
}

/** Words of one subject stand in the same documents: many more have both than if they were independent. */
const together = (a: number, b: number) => Math.min(a, b) * Math.sqrt(Math.max(a, b))

/** What is excluded asks for no highlight. */
const wantedOf = (...queries: TextQuery[]) => queries.flatMap(({ wanted }) => (wanted === '' ? [] : [wanted])).join(' ')

/** Both have to match. What finds nothing is a stop word: it asks for nothing. */
export function both(a: TextQuery, b: TextQuery): TextQuery {
  if (a.text === '') return b
  if (b.text === '') return a
  return {
    text: `(${a.text}) & (${b.text})`,
    share: { story: together(a.share.story, b.share.story), title: together(a.share.title, b.share.title) },
    hasExclusion: a.hasExclusion || b.hasExclusion,
    wanted: wantedOf(a, b),
  }
}

export function either(a: TextQuery, b: TextQuery): TextQuery {
  if (a.text === '') return b
  if (b.text === '') return a
  return {
    text: `(${a.text}) | (${b.text})`,
    share: {
      story: Math.min(1, a.share.story + b.share.story),
      title: Math.min(1, a.share.title + b.share.title),
    },
    hasExclusion: a.hasExclusion || b.hasExclusion,
    wanted: wantedOf(a, b),
  }
}

export function not(a: TextQuery): TextQuery {
  if (a.text === '') return a
  const share = { story: 1 - a.share.story, title: 1 - a.share.title }
  return { text: `!(${a.text})`, share, hasExclusion: true, wanted: '' }
}

export const quotedLexeme = (lexeme: string) => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
