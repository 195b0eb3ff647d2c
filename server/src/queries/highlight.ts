import { type FoundText, rootsOf, STORY_CHARACTERS } from './foundText.ts'
import { type Queryable, run, runPrepared, sql } from './sql.ts'
import { lexemesIn } from './textQuery.ts'

/** What of a campaign's text was found, as HTML: escaped, the words found in <mark>. Null where nothing was. */
export interface Highlights {
  name: string | null
  short_description: string | null
  description: string | null
}

export const NO_HIGHLIGHTS: Highlights = { name: null, short_description: null, description: null }

/** Of a story so many words are shown on each side of the first that was found. */
const WORDS_AROUND = 12

/** Which words of the texts at hand were found; built for one answer. */
interface Finder {
  isFound(word: string): boolean
  /** Where the first one is, or -1. */
  firstIn(text: string): number
}

/**
 * Marks the words of a query in the texts of some campaigns. Stems come from PostgreSQL, once a word: its own ts_headline
 * reads every text anew, which took 20 ms for a page of 50 stories.
 *
 * @param wanted the lexemes looked for, as a text query writes them: `'lantern' & 'tele':*`
 */
export async function highlight(
  db: Queryable,
  chainId: number,
  wanted: string,
  rows: readonly ({ address: string } & Pick<FoundText, 'name' | 'short_description' | 'story'>)[],
): Promise<Map<string, Highlights>> {
  if (wanted === '' || rows.length === 0) return new Map()
  const matches = createMatch(wanted)
  const short = await createFinder(
    db,
    matches,
    rows.flatMap((row) => [row.name, row.short_description, row.story]),
  )
  const marked = new Map(
    rows.map((row) => [
      row.address,
      {
        name: markWhole(row.name, short.isFound),
        short_description: markWhole(row.short_description, short.isFound),
        description: null as string | null,
      },
    ]),
  )
  const unread: string[] = []
  for (const { address, story } of rows) {
    const one = marked.get(address)!
    if (one.name !== null || one.short_description !== null) continue
    if (story === null) unread.push(address)
    else one.description = markFragment(story, short)
  }
  const stories = await readStories(db, chainId, unread)
  const long = await createFinder(
    db,
    matches,
    stories.map(({ story }) => story),
  )
  for (const { address, story } of stories) marked.get(address)!.description = markFragment(story, long)
  return marked
}

/** Of those whose name or blurb looked as if it held one of the words. */
async function readStories(db: Queryable, chainId: number, addresses: readonly string[]) {
  if (addresses.length === 0) return []
  return runPrepared<{ address: string; story: string }>(
    db,
    sql`select m.campaign_address as address, left(m.description, ${STORY_CHARACTERS}::int) as story
      from campaign_metadata m
      where m.chain_id = ${chainId} and m.campaign_address = any(${addresses}) and m.description is not null`,
  )
}

interface Match {
  exact: ReadonlySet<string>
  beginnings: readonly string[]
  roots: readonly string[]
}

function createMatch(wanted: string): Match {
  const lexemes = lexemesIn(wanted)
  return {
    exact: new Set(lexemes.filter(({ isPrefix }) => !isPrefix).map(({ lexeme }) => lexeme)),
    beginnings: lexemes.filter(({ isPrefix }) => isPrefix).map(({ lexeme }) => lexeme),
    roots: rootsOf(wanted),
  }
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

/** What words are to the search, kept: a language has few words. The first go first when there are too many. */
const known = new Map<string, readonly string[]>()
const MAX_KNOWN = 100_000

async function createFinder(db: Queryable, match: Match, texts: readonly (string | null)[]): Promise<Finder> {
  // Where none of the beginnings stands nothing is found, and most words need not be looked at. Letters beyond ASCII may be
  // folded: those texts are read word by word.
  const candidates = candidatesOf(match.roots)
  const wordsOf = (text: string) =>
    isPlain(text) ? text.matchAll(candidates) : (text.matchAll(WORD) as IterableIterator<RegExpExecArray>)
  const words = new Set<string>()
  for (const text of texts) for (const [word] of text === null ? [] : wordsOf(text)) words.add(word.toLowerCase())
  const lexemes = await lexemesOf(db, words)
  const isFound = (word: string) =>
    (lexemes.get(word.toLowerCase()) ?? []).some(
      (one) => match.exact.has(one) || match.beginnings.some((beginning) => one.startsWith(beginning)),
    )
  return {
    isFound,
    firstIn(text) {
      for (const { 0: word, index } of wordsOf(text)) if (isFound(word)) return index
      return -1
    },
  }
}

const isPlain = (text: string) => /^[\0-\x7f]*$/.test(text)

function candidatesOf(roots: readonly string[]): RegExp {
  return new RegExp(
    `(?<![a-z0-9])(?:${roots.map((root) => root.replace(/[^a-z0-9]/gi, '.')).join('|')})[a-z0-9]*`,
    'gi',
  )
}

async function lexemesOf(db: Queryable, words: ReadonlySet<string>): Promise<ReadonlyMap<string, readonly string[]>> {
  const unknown = [...words].filter((word) => !known.has(word))
  if (unknown.length > 0) {
    const found = await run<{ word: string; lexemes: string[] }>(
      db,
      sql`select word, tsvector_to_array(to_tsvector('kindling', word)) as lexemes from unnest(${unknown}::text[]) as word`,
    )
    for (const { word, lexemes } of found) known.set(word, lexemes)
  }
  const lexemes = new Map([...words].map((word) => [word, known.get(word) ?? []]))
  for (const oldest of known.keys()) {
    if (known.size <= MAX_KNOWN) break
    known.delete(oldest)
  }
  return lexemes
}

function markWhole(text: string | null, isFound: (word: string) => boolean): string | null {
  if (text === null) return null
  let html = ''
  let end = 0
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!isFound(word)) continue
    html += `${escaped(text.slice(end, index))}<mark>${escaped(word)}</mark>`
    end = index + word.length
  }
  return end === 0 ? null : html + escaped(text.slice(end))
}

function markFragment(text: string, { isFound, firstIn }: Finder): string | null {
  const first = firstIn(text)
  if (first === -1) return null
  const before = [...text.slice(0, first).matchAll(WORD)].at(-WORDS_AROUND)?.index ?? firstWordOf(text)
  let end = first
  let words = 0
  for (const { 0: word, index } of text.slice(first).matchAll(WORD)) {
    end = first + index + word.length
    if (words++ === WORDS_AROUND) break
  }
  return markWhole(text.slice(before, end), isFound)
}

const firstWordOf = (text: string) => Math.max(0, text.search(/[\p{L}\p{N}]/u))

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!)
