import type pg from 'pg'
import { editDistance } from './editDistance.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { cidOfCampaign } from './isCidMentioned.ts'
import { getLexemeShares, type LexemeShares } from './lexemeShares.ts'
import { getOpenDocuments, type OpenDocuments } from './openDocuments.ts'
import { parseSearch, type SearchTerm } from './parseSearch.ts'
import { runPrepared, type Sql, sql, unseen, unseenTexts } from './sql.ts'
import { both, either, lexemesIn, NOTHING, not, quotedLexeme, simpleQuery, type TextQuery } from './textQuery.ts'
import { wordsBeside } from './wordsBeside.ts'

export interface TextSearch {
  text: TextQuery
  shares: LexemeShares | undefined
  /** Where the documents of open campaigns lie. */
  open(chain: ChainPosition): Promise<OpenDocuments | undefined>
}

/** What a search asks: for campaigns that are named exactly, or for a text. */
export type Search = (
  | {
      /** A condition on `campaigns c`. */
      exactly: Sql
      /** Which of those is the one meant. */
      isMeant: Sql
    }
  | TextSearch
) & {
  /** Words that no campaign uses, and what was looked for besides. */
  corrections: { from: string; to: string[] }[]
}

const MAX_TERMS = 12
const CORRECTIONS_SHOWN = 3
/** Beginnings shorter than this have too many words: only the most used of them are looked for. */
const LEAST_PREFIX = 4
/** The same holds for what more documents than this say: the index would read all of them, however few are looked for. */
const MOST_BEGUN = 1_000
const MOST_COMPLETIONS = 12
/** What more documents than this say is taken for finished: it gives enough without what goes on from it. */
const MOST_UNFINISHED = 150
/** Behind every word in the order of its bytes, which is that of `search_words`: words between a beginning and this begin so. */
const LAST_LETTER = '\u{10ffff}'

/** An address is a campaign or a creator; a CID is a campaign's document; everything else is text. */
export async function readSearch(pool: pg.Pool, text: string): Promise<Search> {
  const exact = text.trim()
  if (/^0x[0-9a-f]{40}$/i.test(exact)) {
    const address = exact.toLowerCase()
    return {
      exactly: sql`(c.address = ${address} or c.creator_address = ${address})`,
      isMeant: sql`c.address = ${address}`,
      corrections: [],
    }
  }
  const cid = /^(?:ipfs:\/\/)?(Qm[1-9A-HJ-NP-Za-km-z]{44}|b[a-z2-7]{40,})(?:\/.*)?$/.exec(exact)?.[1]
  if (cid !== undefined) {
    return { exactly: sql`${cidOfCampaign} = left(${cid}, 100)`, isMeant: sql`true`, corrections: [] }
  }
  const terms = parseSearch(text).slice(0, MAX_TERMS)
  const [looked, shares] = await Promise.all([lookUpKept(pool, terms), getLexemeShares(pool)])
  return {
    text: queryKept(terms, looked, shares),
    shares,
    open: (chain) => getOpenDocuments(pool, chain),
    corrections: looked.flatMap(({ corrected }, i) =>
      corrected.length > 0 ? [{ from: terms[i]!.text, to: corrected.map(({ word }) => word) }] : [],
    ),
  }
}

/** What the language and the documents make of a term; queries as PostgreSQL writes them. */
interface Looked {
  folded: string
  said: string
  /** The same, unfinished. */
  begun: string | null
  /** Words of documents that begin with it. */
  completed: string[]
  /** Words that it may be a mistyped form of. */
  corrected: Word[]
}

interface LookedRow extends Omit<Looked, 'corrected'> {
  is_known: boolean
  /** Words that share many letters with it. */
  near: Word[]
}

interface Word {
  word: string
  query: string
}

const KEPT_MS = 60_000
const MOST_KEPT = 2_000
const lookedUp = new WeakMap<pg.Pool, Map<string, { at: number; looked: Promise<Looked[]> }>>()

/**
 * Many ask for the same words, and the vocabulary changes little in a minute: a word that came in since is found as it is, and may only be
 * thought mistyped that long. The oldest go first when there are too many.
 */
function lookUpKept(pool: pg.Pool, terms: readonly SearchTerm[]): Promise<Looked[]> {
  const ofPool = lookedUp.get(pool) ?? new Map<string, { at: number; looked: Promise<Looked[]> }>()
  lookedUp.set(pool, ofPool)
  const key = JSON.stringify(terms)
  const found = ofPool.get(key)
  if (found && Date.now() - found.at < KEPT_MS) return found.looked
  const looked = lookUp(pool, terms)
  ofPool.delete(key)
  ofPool.set(key, { at: Date.now(), looked })
  looked.catch(() => ofPool.delete(key))
  for (const oldest of ofPool.keys()) {
    if (ofPool.size <= MOST_KEPT) break
    ofPool.delete(oldest)
  }
  return looked
}

async function lookUp(pool: pg.Pool, terms: readonly SearchTerm[]): Promise<Looked[]> {
  if (terms.length === 0) return []
  const column = (of: (term: SearchTerm) => string | boolean, type: 'text' | 'bool') =>
    unseen(type === 'text' ? sql`${terms.map(of)}::text[]` : sql`${terms.map(of)}::bool[]`)
  const rows = await runPrepared<LookedRow>(
    pool,
    sql`select folded, said, begun, completed, is_known, (
        select coalesce(json_agg(json_build_object('word', word, 'query', plainto_tsquery('kindling', word)::text) order by place), '[]')
        from unnest(near) with ordinality as one (word, place)
      ) as near
      from (
        select place, folded, said, begun, completed, is_known or cardinality(completed) > 0 as is_known,
          case when is_known or cardinality(completed) > 0 then '{}' else array(
            select s.word::text from search_words s where s.word % folded order by similarity(s.word, folded) desc, s.word limit 20
          ) end as near
        from (
          select place, folded,
            case when is_phrase then phraseto_tsquery('kindling', said) else plainto_tsquery('kindling', said) end::text as said,
            case when is_prefix then to_tsquery('kindling', prefix)::text end as begun,
            not is_word or numnode(plainto_tsquery('kindling', folded)) = 0
              or exists (select from search_words s where s.word = folded) as is_known,
            case when is_word and is_prefix then array(
              select plainto_tsquery('kindling', s.word)::text from search_words s
              where s.word >= folded and s.word < folded || ${LAST_LETTER} order by s.word limit ${MOST_COMPLETIONS}::int
            ) else '{}' end as completed
          from (
            select place, said, is_phrase, is_prefix, is_word, prefix, lower(unaccent(said)) as folded
            from unnest(${column(({ text }) => text, 'text')}, ${column(({ isPhrase }) => isPhrase, 'bool')},
              ${column(({ isPrefix }) => isPrefix, 'bool')}, ${column(isWord, 'bool')},
              ${column(({ text }) => prefixOf(text), 'text')})
              with ordinality as given (said, is_phrase, is_prefix, is_word, prefix, place)
          ) given
        ) looked
      ) whole order by place`,
  )
  const shares = await getLexemeShares(pool)
  const beside = await wordsLike(
    pool,
    rows.flatMap(({ folded, is_known }) => (!is_known && areAllLooked(folded) ? wordsBeside(folded) : [])),
  )
  return rows.map(({ near, ...row }, i) => ({
    ...row,
    corrected: corrections(row.folded, [...near, ...beside], terms[i]!, shares),
  }))
}

/** Two words of six letters of which two are swapped share too few trigrams to be found by them. */
const areAllLooked = (folded: string) => folded.length >= LEAST_CORRECTED && reachOf(folded) === 1

async function wordsLike(pool: pg.Pool, words: readonly string[]): Promise<Word[]> {
  if (words.length === 0) return []
  return runPrepared<Word>(
    pool,
    sql`select word::text, plainto_tsquery('kindling', word)::text as query from search_words
      where word = any(${unseenTexts(words)}) order by word`,
  )
}

const isWord = ({ text, isPhrase, isExcluded }: SearchTerm) =>
  !isPhrase && !isExcluded && /^[\p{L}\p{M}]{3,32}$/u.test(text)

const LEAST_CORRECTED = 4
/** How many letters may be wrong. */
const reachOf = (folded: string) => (folded.length < LEAST_CORRECTED ? 0 : folded.length < 7 ? 1 : 2)

/** The nearest; of those that are as near, what most documents say. Words that say nothing would find nothing. */
function corrections(
  folded: string,
  near: readonly Word[],
  { isPrefix }: SearchTerm,
  shares: LexemeShares | undefined,
): Word[] {
  const reach = reachOf(folded)
  const words = new Map(near.map((one) => [one.word, one]))
  return [...words.values()]
    .map((one) => ({
      ...one,
      distance: distanceOf(folded, one.word, isPrefix),
      share: simpleQuery(one.query, shares).share.story,
    }))
    .filter(({ query, distance }) => query !== '' && distance <= reach)
    .sort((a, b) => a.distance - b.distance || b.share - a.share)
    .slice(0, CORRECTIONS_SHOWN)
    .map(({ word, query }) => ({ word, query }))
}

/** Of a word still being typed only as much of the other one counts. */
const distanceOf = (typed: string, word: string, isPrefix: boolean) =>
  isPrefix
    ? Math.min(editDistance(typed, word), editDistance(typed, word.slice(0, typed.length)))
    : editDistance(typed, word)

const queries = new WeakMap<readonly Looked[], { shares: LexemeShares | undefined; query: TextQuery }>()

/** As long as both what was looked up and the shares are kept. */
function queryKept(
  terms: readonly SearchTerm[],
  looked: readonly Looked[],
  shares: LexemeShares | undefined,
): TextQuery {
  const known = queries.get(looked)
  if (known && known.shares === shares) return known.query
  const query = queryOf(terms, looked, shares)
  queries.set(looked, { shares, query })
  return query
}

function queryOf(terms: readonly SearchTerm[], looked: readonly Looked[], shares: LexemeShares | undefined): TextQuery {
  let query = NOTHING
  for (const [i, term] of terms.entries()) {
    const one = termQuery(term, looked[i]!, shares)
    query = term.isAlternative ? either(query, one) : both(query, one)
  }
  return query.text === '' ? beginningAlone(terms, looked, shares) : query
}

/** What is typed may be a word that says nothing, and the beginning of others that do: the s of solar. */
function beginningAlone(
  terms: readonly SearchTerm[],
  looked: readonly Looked[],
  shares: LexemeShares | undefined,
): TextQuery {
  if (terms.length !== 1 || !terms[0]!.isPrefix) return NOTHING
  const one = looked[0]!
  return anyOf(beginnings({ ...one, begun: `${quotedLexeme(one.folded)}:*` }, shares), shares)
}

function termQuery(term: SearchTerm, looked: Looked, shares: LexemeShares | undefined): TextQuery {
  const { begun, said, completed, corrected } = looked
  if (begun !== null && isFinished(said, shares)) return simpleQuery(said, shares)
  const started = begun === null ? [] : beginnings(looked, shares)
  const isBegun = begun !== null && started.includes(begun)
  // The first words in order are meant where nobody knows which are used most.
  const others = [...(isBegun || started.length === 0 ? completed : []), ...corrected.map(({ query }) => query)]
  if (begun === null || !isBegun) {
    const any = anyOf([said, ...others, ...started], shares)
    return term.isExcluded ? not(any) : any
  }
  // Words that go on from an unfinished one are no documents more. Of the word itself a document counts for more than of those.
  const more = others.filter((text) => !goesOnFrom(text, begun))
  return { ...anyOf([said, ...more, begun], shares), share: anyOf([...more, begun], shares).share }
}

/** As far as the statistics know each of its words: of others they tell only that they are used less. */
function isFinished(said: string, shares: LexemeShares | undefined): boolean {
  if (said === '' || shares === undefined || !lexemesIn(said).every(({ lexeme }) => shares.story.knows(lexeme)))
    return false
  return simpleQuery(said, shares).share.story * shares.documents > MOST_UNFINISHED
}

const anyOf = (texts: readonly string[], shares: LexemeShares | undefined) =>
  [...new Set(texts)].map((text) => simpleQuery(text, shares)).reduce(either, NOTHING)

function goesOnFrom(text: string, begun: string): boolean {
  const [beginning, ...more] = lexemesIn(begun)
  if (beginning === undefined || more.length > 0) return false
  return lexemesIn(text).some(({ lexeme }) => lexeme.startsWith(beginning.lexeme))
}

/** A beginning that very many words or documents share would be too much to read: only the most used of its words are meant. */
function beginnings({ begun, folded }: Looked, shares: LexemeShares | undefined): string[] {
  if (shares === undefined) return [begun!]
  const [beginning, ...more] = lexemesIn(begun!)
  if (beginning === undefined || more.length > 0) return [begun!]
  const words = shares.story.beginning(beginning.lexeme)
  const documents = words.reduce((sum, { share }) => sum + share, 0) * shares.documents
  if (folded.length >= LEAST_PREFIX && documents <= MOST_BEGUN) return [begun!]
  return words.slice(0, MOST_COMPLETIONS).map(({ lexeme }) => quotedLexeme(lexeme))
}

/** Quoted, so that nothing in it is an operator of a text query. */
const prefixOf = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}':*`
