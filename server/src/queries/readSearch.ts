import type pg from 'pg'
import { editDistance } from './editDistance.ts'
import { cidOfCampaign } from './isCidMentioned.ts'
import { parseSearch, type SearchTerm } from './parseSearch.ts'
import { run, type Sql, sql } from './sql.ts'

/** What a search asks of `campaigns c`, its metadata `m` and its trend `t`. */
export interface Search {
  matches: Sql
  /** Higher is better; six decimals, so that it can be a cursor's key. */
  score: Sql
  /** The text query, for highlights; undefined where an address or a CID was given. */
  query: Sql | undefined
  /** Words that no campaign uses, and what was looked for besides. */
  corrections: { from: string; to: string[] }[]
}

/**
 * relevance = text × (1 + ln(1 + donors within 7 days) / 4)
 * text = ts_rank over title (1), blurb, tags and category (0.4), creator and place (0.2), by length; + 0.02 for the story.
 */
const relevance = (query: Sql) => sql`round(((ts_rank('{0.1, 0.2, 0.4, 1}', m.search_title, ${query}, 1) + 0.02)
  * (1 + ln(1 + coalesce(t.donors_count, 0)) / 4))::numeric, 6)`

const MAX_TERMS = 12
const CORRECTIONS_SHOWN = 3

/** An address is a campaign or a creator; a CID is a campaign's document; everything else is text. */
export async function readSearch(pool: pg.Pool, text: string): Promise<Search> {
  const exact = text.trim()
  if (/^0x[0-9a-f]{40}$/i.test(exact)) {
    const address = exact.toLowerCase()
    return {
      matches: sql`(c.address = ${address} or c.creator_address = ${address})`,
      score: sql`(c.address = ${address})::int::numeric`,
      query: undefined,
      corrections: [],
    }
  }
  const cid = /^(?:ipfs:\/\/)?(Qm[1-9A-HJ-NP-Za-km-z]{44}|b[a-z2-7]{40,})(?:\/.*)?$/.exec(exact)?.[1]
  if (cid !== undefined) {
    return {
      matches: sql`${cidOfCampaign} = left(${cid}, 100)`,
      score: sql`1::numeric`,
      query: undefined,
      corrections: [],
    }
  }
  const terms = parseSearch(text).slice(0, MAX_TERMS)
  const similar = await findSimilar(pool, terms)
  const query = queryOf(terms, similar)
  return {
    matches: sql`(m.state = 'resolved' and m.search_vector @@ ${query})`,
    score: relevance(query),
    query,
    corrections: [...similar.values()].flatMap(({ from, corrected }) =>
      corrected.length > 0 ? [{ from, to: corrected }] : [],
    ),
  }
}

/** Other words for a word, from those that documents use. */
interface Similar {
  from: string
  /** Words that begin with it. */
  completed: string[]
  /** Words that it may be a mistyped form of. */
  corrected: string[]
}

async function findSimilar(pool: pg.Pool, terms: readonly SearchTerm[]): Promise<Map<SearchTerm, Similar>> {
  const words = terms.filter(
    ({ text, isPhrase, isExcluded }) => !isPhrase && !isExcluded && /^\p{L}{3,32}$/u.test(text),
  )
  if (words.length === 0) return new Map()
  const rows = await run<{ folded: string; known: boolean; completed: string[]; near: string[] }>(
    pool,
    sql`select folded, known, completed,
        case when known or cardinality(completed) > 0 then '{}' else array(
          select s.word::text from search_words s where s.word % folded order by similarity(s.word, folded) desc limit 20
        ) end as near
      from (
        select place, folded, is_prefix,
          numnode(plainto_tsquery('kindling', folded)) = 0
            or exists (select from search_words s where s.word = folded) as known,
          case when is_prefix then array(
            select s.word::text from search_words s where s.word ^@ folded and s.word >= folded order by s.word limit 8
          ) else '{}' end as completed
        from (
          select place, lower(unaccent(word)) as folded, is_prefix
          from unnest(${words.map(({ text }) => text)}::text[], ${words.map(({ isPrefix }) => isPrefix)}::bool[])
            with ordinality as given (word, is_prefix, place)
        ) given
      ) looked order by place`,
  )
  return new Map(
    rows.map(({ folded, completed, near }, i) => {
      const reach = folded.length < 4 ? 0 : folded.length < 7 ? 1 : 2
      const corrected = near
        .map((word) => ({ word, distance: distanceOf(folded, word, words[i]!.isPrefix) }))
        .filter(({ distance }) => distance <= reach)
        .sort((a, b) => a.distance - b.distance)
        .slice(0, CORRECTIONS_SHOWN)
        .map(({ word }) => word)
      return [words[i]!, { from: words[i]!.text, completed, corrected }]
    }),
  )
}

/** Of a word still being typed only as much of the other one counts. */
const distanceOf = (typed: string, word: string, isPrefix: boolean) =>
  isPrefix
    ? Math.min(editDistance(typed, word), editDistance(typed, word.slice(0, typed.length)))
    : editDistance(typed, word)

function queryOf(terms: readonly SearchTerm[], similar: ReadonlyMap<SearchTerm, Similar>): Sql {
  let query: Sql | undefined
  for (const term of terms) {
    const one = termQuery(term, similar.get(term))
    if (query === undefined) query = one
    else query = term.isAlternative ? sql`(${query} || ${one})` : sql`(${query} && ${one})`
  }
  return query ?? sql`''::tsquery`
}

function termQuery(term: SearchTerm, similar: Similar | undefined): Sql {
  if (term.isPhrase) return negated(term, sql`phraseto_tsquery('kindling', ${term.text})`)
  const parts = [sql`plainto_tsquery('kindling', ${term.text})`]
  if (term.isPrefix) parts.push(sql`to_tsquery('kindling', ${prefixOf(term.text)})`)
  for (const word of [...(similar?.completed ?? []), ...(similar?.corrected ?? [])]) {
    parts.push(sql`plainto_tsquery('kindling', ${word})`)
  }
  const any = parts.slice(1).reduce((all, one) => sql`${all} || ${one}`, parts[0]!)
  return negated(term, parts.length === 1 ? any : sql`(${any})`)
}

const negated = ({ isExcluded }: SearchTerm, query: Sql) => (isExcluded ? sql`(!! ${query})` : query)

/** Quoted, so that nothing in it is an operator of a text query. */
const prefixOf = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}':*`
