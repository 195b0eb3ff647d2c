import type pg from 'pg'
import { run, type Sql, sql } from './sql.ts'

/** What of a campaign's text was found, as HTML: escaped, the words found in <mark>. Null where nothing was. */
export interface Highlights {
  name: string | null
  short_description: string | null
  description: string | null
}

export const NO_HIGHLIGHTS: Highlights = { name: null, short_description: null, description: null }

/** Of a story so much is looked through, and so many words are shown on each side of the first that was found. */
const STORY_CHARACTERS = 2_000
const WORDS_AROUND = 12

interface Texts {
  address: string
  name: string | null
  short_description: string | null
  description: string | null
}

/**
 * Marks the words of a query in the texts of some campaigns. Stems come from PostgreSQL, once a word: its own ts_headline
 * reads every text anew, which took 20 ms for a page of 50 stories.
 */
export async function highlight(
  pool: pg.Pool,
  chainId: number,
  query: Sql | undefined,
  addresses: readonly string[],
): Promise<Map<string, Highlights>> {
  if (query === undefined || addresses.length === 0) return new Map()
  const [[said], rows] = await Promise.all([
    run<{ tree: string }>(pool, sql`select querytree(${query}) as tree`),
    run<Texts>(
      pool,
      sql`select m.campaign_address as address, m.name, m.short_description,
          left(m.description, ${STORY_CHARACTERS}::int) as description
        from campaign_metadata m where m.chain_id = ${chainId} and m.campaign_address = any(${addresses})`,
    ),
  ])
  const isWanted = createMatch(said!.tree)
  const lexemes = await lexemesOf(pool, rows)
  const isFound = (word: string) => isWanted(lexemes.get(word.toLowerCase()) ?? [])
  return new Map(rows.map((row) => [row.address, mark(row, isFound)]))
}

/** Lexemes of a text query without what it excludes: `'lantern' & 'tele':*`. */
function createMatch(tree: string): (lexemes: readonly string[]) => boolean {
  const exact = new Set<string>()
  const beginnings: string[] = []
  for (const [, quoted, isPrefix] of tree.matchAll(/'((?:[^']|'')*)'(:\*)?/g)) {
    const lexeme = quoted!.replaceAll("''", "'")
    if (isPrefix) beginnings.push(lexeme)
    else exact.add(lexeme)
  }
  return (lexemes) => lexemes.some((one) => exact.has(one) || beginnings.some((beginning) => one.startsWith(beginning)))
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

/** What words are to the search, kept: a language has few words. The first go first when there are too many. */
const known = new Map<string, readonly string[]>()
const MAX_KNOWN = 100_000

async function lexemesOf(pool: pg.Pool, rows: readonly Texts[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const words = new Set<string>()
  for (const { name, short_description, description } of rows) {
    for (const text of [name, short_description, description]) {
      for (const [word] of text?.matchAll(WORD) ?? []) words.add(word.toLowerCase())
    }
  }
  const unknown = [...words].filter((word) => !known.has(word))
  if (unknown.length > 0) {
    const found = await run<{ word: string; lexemes: string[] }>(
      pool,
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

function mark({ name, short_description, description }: Texts, isFound: (word: string) => boolean): Highlights {
  const marked = { name: markWhole(name, isFound), short_description: markWhole(short_description, isFound) }
  const isShown = marked.name !== null || marked.short_description !== null
  return { ...marked, description: isShown || description === null ? null : markFragment(description, isFound) }
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

function markFragment(text: string, isFound: (word: string) => boolean): string | null {
  const words = [...text.matchAll(WORD)]
  const first = words.findIndex(([word]) => isFound(word))
  if (first === -1) return null
  const from = words[Math.max(0, first - WORDS_AROUND)]!.index
  const last = words[Math.min(words.length - 1, first + WORDS_AROUND)]!
  return markWhole(text.slice(from, last.index + last[0].length), isFound)
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!)
