import { beginningsOf, readStories, rootsOf, type Said } from './foundText.ts'
import { type Queryable, run, sql } from './sql.ts'
import { lexemesIn, type TextQuery } from './textQuery.ts'

export interface Marked {
  /** For each text; none where there is no word to look for. */
  highlights: Highlights[]
  /** What was seen; undefined where stories were read that were not as the texts are. */
  seen: string | null | undefined
}

/** What of a campaign's text was found, as HTML: escaped, the words found in <mark>. Null where nothing was. */
export interface Highlights {
  name: string | null
  short_description: string | null
  description: string | null
}

export const NO_HIGHLIGHTS: Highlights = { name: null, short_description: null, description: null }

/** Of a story so many words are shown on each side of the first that was found. */
const WORDS_AROUND = 12
/** Letters of a story that are looked at: before what seems to be found, and in all. */
const EXCERPT_BEFORE = 130
const EXCERPT = 300

interface Word {
  word: string
  index: number
}

/** Words of a text that may be what is looked for. */
interface Candidates {
  text: string
  words: Word[]
}

/**
 * Marks the words of a query in the texts of some campaigns. Stems come from PostgreSQL, once a word: its own ts_headline
 * reads every text anew, which took 20 ms for a page of 50 stories. A story is looked at only where name and blurb hold nothing, and read
 * only then: to decompress it takes longer than to find its campaign.
 *
 * @param texts null for a campaign that says nothing; stories that are read stay with them
 * @param seen what was seen when they were read (getChainPosition.ts), where that is known
 */
export async function highlight(
  db: Queryable,
  query: TextQuery,
  texts: readonly (Said | null)[],
  seen?: string | null,
): Promise<Marked> {
  const match = matchOf(query)
  if (match === null) return { highlights: [], seen }
  const names = texts.map((text) => candidatesIn(text?.name ?? null, match))
  const blurbs = texts.map((text) => candidatesIn(text?.short_description ?? null, match))
  const isInTitle = await createFinder(db, match, [...names, ...blurbs])
  const silent: Silent[] = []
  const marked = texts.map((said, i) => {
    const [name, short_description] = [markWhole(names[i]!, isInTitle), markWhole(blurbs[i]!, isInTitle)]
    const one: Highlights = { name, short_description, description: null }
    if (said !== null && name === null && short_description === null) silent.push({ said, one })
    return one
  })
  const told = await storiesOf(db, silent, seen)
  let { stories } = told
  // First around what seems to be it; where that only seemed so, it may stand further on.
  for (const textOf of [excerptOf, wholeOf]) {
    if (stories.length === 0) break
    const parts = stories.map((told) => ({ ...told, text: candidatesIn(textOf(told.story, match), match) }))
    const isFound = await createFinder(
      db,
      match,
      parts.map(({ text }) => text),
    )
    for (const { one, text } of parts) one.description = markFragment(text, isFound)
    stories = stories.filter(({ one }) => one.description === null)
  }
  return { highlights: marked, seen: told.seen }
}

/** What was found neither in its name nor in its blurb. */
interface Silent {
  said: Said
  one: Highlights
}

async function storiesOf(
  db: Queryable,
  silent: readonly Silent[],
  seen: string | null | undefined,
): Promise<{ stories: Told[]; seen: string | null | undefined }> {
  const unread = silent.flatMap(({ said }) => (said.story === null ? [said.document] : []))
  if (unread.length === 0) return { stories: toldBy(silent), seen }
  const read = await readStories(db, unread)
  const storyOf = (said: Said) => said.story ?? read.stories.get(said.document) ?? ''
  if (seen === undefined || seen === null || read.seen !== seen) {
    return {
      stories: toldBy(silent.map(({ one, said }) => ({ one, said: { ...said, story: storyOf(said) } }))),
      seen: undefined,
    }
  }
  // Where it stands: what a campaign says may be kept.
  for (const { said } of silent) said.story = storyOf(said)
  return { stories: toldBy(silent), seen }
}

const toldBy = (silent: readonly Silent[]): Told[] =>
  silent.flatMap(({ one, said: { story } }) => (story === null || story === '' ? [] : [{ one, story }]))

/** A story, and where to tell what was found in it. */
interface Told {
  one: Highlights
  story: string
}

interface Match {
  exact: ReadonlySet<string>
  beginnings: readonly string[]
  /** Finds words of a text in ASCII that begin as one that is looked for. */
  pattern: RegExp
  /** Finds where a word most probably begins that is looked for. */
  beginning: RegExp
}

const matches = new WeakMap<TextQuery, Match | null>()

/** As long as the query is kept; null where there is no word to look for, whose patterns would match nothing, everywhere. */
function matchOf(query: TextQuery): Match | null {
  let match = matches.get(query)
  if (match === undefined) {
    match = createMatch(query.wanted)
    matches.set(query, match)
  }
  return match
}

function createMatch(wanted: string): Match | null {
  const lexemes = lexemesIn(wanted)
  if (lexemes.length === 0) return null
  const roots = rootsOf(wanted).map((root) => root.replace(/[^a-z0-9]/gi, '.'))
  return {
    exact: new Set(lexemes.filter(({ isPrefix }) => !isPrefix).map(({ lexeme }) => lexeme)),
    beginnings: lexemes.filter(({ isPrefix }) => isPrefix).map(({ lexeme }) => lexeme),
    pattern: new RegExp(`(?<![a-z0-9])(?:${roots.join('|')})[a-z0-9]*`, 'gi'),
    beginning: new RegExp(beginningsOf(wanted).map(whereItBegins).join('|'), 'i'),
  }
}

/** Shorter ones are looked for where a word begins: within others there are too many. */
const LEAST_WITHIN = 4

function whereItBegins(beginning: string): string {
  const text = beginning.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
  return beginning.length < LEAST_WITHIN ? `(?<![a-z0-9])${text}` : text
}

/** The story around the first word that seems to be found, without what is cut off of the words at its ends; null where none seems so. */
function excerptOf(story: string, { beginning }: Match): string | null {
  const place = story.search(beginning)
  if (place === -1) return null
  const from = Math.max(0, place - EXCERPT_BEFORE)
  const excerpt = story.slice(from, from + EXCERPT)
  const start = from === 0 ? 0 : excerpt.indexOf(' ') + 1
  const end = excerpt.length < EXCERPT ? excerpt.length : excerpt.lastIndexOf(' ')
  return excerpt.slice(start > place - from ? 0 : start, end <= place - from ? excerpt.length : end)
}

const wholeOf = (story: string) => story

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu
const isPlain = (text: string) => /^[\0-\x7f]*$/.test(text)

/** Letters beyond ASCII may be folded: those texts are read word by word. */
function candidatesIn(text: string | null, { pattern }: Match): Candidates | null {
  return text === null ? null : { text, words: wordsIn(text, isPlain(text) ? pattern : WORD) }
}

/** By `exec`, as `matchAll` makes a pattern of its own for each text. */
function wordsIn(text: string, pattern: RegExp): Word[] {
  const words: Word[] = []
  pattern.lastIndex = 0
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    words.push({ word: found[0], index: found.index })
  }
  return words
}

type IsFound = (word: string) => boolean

/** What words are to the search, kept: a language has few words. The first go first when there are too many. */
const known = new Map<string, readonly string[]>()
const MAX_KNOWN = 100_000

async function createFinder(db: Queryable, match: Match, texts: readonly (Candidates | null)[]): Promise<IsFound> {
  const words = new Set<string>()
  for (const text of texts) if (text !== null) for (const { word } of text.words) words.add(word.toLowerCase())
  await learn(db, words)
  const isOne = (one: string) => match.exact.has(one) || match.beginnings.some((beginning) => one.startsWith(beginning))
  const found = new Set<string>()
  for (const word of words) if (known.get(word)?.some(isOne)) found.add(word)
  for (const oldest of known.keys()) {
    if (known.size <= MAX_KNOWN) break
    known.delete(oldest)
  }
  return (word) => found.has(word.toLowerCase())
}

async function learn(db: Queryable, words: ReadonlySet<string>): Promise<void> {
  const unknown = [...words].filter((word) => !known.has(word))
  if (unknown.length === 0) return
  const found = await run<{ word: string; lexemes: string[] }>(
    db,
    sql`select word, tsvector_to_array(to_tsvector('kindling', word)) as lexemes from unnest(${unknown}::text[]) as word`,
  )
  for (const { word, lexemes } of found) known.set(word, lexemes)
}

function markWhole(candidates: Candidates | null, isFound: IsFound): string | null {
  return candidates === null ? null : mark(candidates.text, candidates.words, isFound, 0, candidates.text.length)
}

/** A part of a text, with the words in it that were found marked; null where none was. */
function mark(text: string, words: readonly Word[], isFound: IsFound, from: number, to: number): string | null {
  let html = ''
  let end = -1
  for (const { word, index } of words) {
    if (index < from || index >= to || !isFound(word)) continue
    html += `${escaped(text.slice(end === -1 ? from : end, index))}<mark>${escaped(word)}</mark>`
    end = index + word.length
  }
  return end === -1 ? null : html + escaped(text.slice(end, to))
}

function markFragment(candidates: Candidates | null, isFound: IsFound): string | null {
  const first = candidates?.words.find(({ word }) => isFound(word))
  if (candidates === null || first === undefined) return null
  const { text, words } = candidates
  const [from, to] = isPlain(text) ? aroundPlain(text, first.index) : aroundWord(words, first)
  return mark(text, words, isFound, from, to)
}

function aroundWord(words: readonly Word[], word: Word): [from: number, to: number] {
  const place = words.indexOf(word)
  const before = words[Math.max(0, place - WORDS_AROUND)]!
  const after = words[Math.min(place + WORDS_AROUND, words.length - 1)]!
  return [before.index, after.index + after.word.length]
}

/** The same in ASCII, letter by letter: a list of all words of each text was more than half of what a search left to collect. */
function aroundPlain(text: string, index: number): [from: number, to: number] {
  let from = index
  for (let words = 0, at = index; words < WORDS_AROUND; words++) {
    while (at > 0 && !isPlainLetter(text.charCodeAt(at - 1))) at--
    if (at === 0) break
    while (at > 0 && isPlainLetter(text.charCodeAt(at - 1))) at--
    from = at
  }
  let to = index
  for (let words = 0, at = index; words <= WORDS_AROUND; words++) {
    while (at < text.length && !isPlainLetter(text.charCodeAt(at))) at++
    if (at === text.length) break
    while (at < text.length && isPlainLetter(text.charCodeAt(at))) at++
    to = at
  }
  return [from, to]
}

/** 0-9, A-Z or a-z. */
const isPlainLetter = (code: number) =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => (/[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!) : text)
