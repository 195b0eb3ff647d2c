import type pg from 'pg'
import { run, sql } from './sql.ts'

/** How much of the documents speak of what, as far as PostgreSQL's statistics know (three thousand lexemes or so). */
export interface LexemeShares {
  documents: number
  /** Ids that documents have had so far. */
  newestId: number
  /** Ids to each document that is there: those of failed and repeated inserts are gaps. */
  idsPerDocument: number
  /** Of everything a document says; of all but its story. */
  story: Shares
  title: Shares
  /** Of a category, in small letters. */
  category(name: string): number
}

export interface Shares {
  /** A guess where the statistics do not know it, and more than there are: half of what the least used of those has that they know. */
  of(lexeme: string): number
  knows(lexeme: string): boolean
  /** Lexemes that begin so, the most used first. */
  beginning(text: string): { lexeme: string; share: number }[]
}

const KEPT_MS = 60_000
const known = new WeakMap<pg.Pool, { at: number; shares: Promise<LexemeShares | undefined> }>()

/**
 * Undefined while the table is small or was never analyzed: then nothing has to be bounded. The first who asks waits for them; they are read again
 * beside who asks after that.
 */
export function getLexemeShares(pool: pg.Pool): Promise<LexemeShares | undefined> {
  const found = known.get(pool)
  if (found && Date.now() - found.at < KEPT_MS) return found.shares
  const shares = readShares(pool)
  const at = Date.now()
  if (found === undefined) {
    known.set(pool, { at, shares })
    shares.catch(() => known.delete(pool))
    return shares
  }
  known.set(pool, { at, shares: found.shares })
  shares.then(
    () => known.set(pool, { at, shares }),
    () => {},
  )
  return found.shares
}

const LEAST_DOCUMENTS = 2_000

async function readShares(pool: pg.Pool): Promise<LexemeShares | undefined> {
  const [columns, [table], categories] = await Promise.all([
    run<{ name: string; lexemes: string[]; shares: number[] }>(
      pool,
      sql`select attname as name, most_common_elems::text::text[] as lexemes, most_common_elem_freqs::float8[] as shares
        from pg_stats where schemaname = current_schema() and tablename = 'campaign_metadata'
          and attname in ('search_vector', 'search_title') and most_common_elems is not null`,
    ),
    run<{ documents: number; newestId: number | null }>(
      pool,
      sql`select reltuples::float8 as documents, (select max(id) from campaign_metadata) as "newestId"
        from pg_class where oid = 'campaign_metadata'::regclass`,
    ),
    run<{ name: string; share: number }>(
      pool,
      sql`select lower(name) as name, sum(share)::float8 as share from pg_stats,
          unnest(most_common_vals::text::text[], most_common_freqs) as one (name, share)
        where schemaname = current_schema() and tablename = 'campaign_metadata' and attname = 'category' group by 1`,
    ),
  ])
  const [story, title] = ['search_vector', 'search_title'].map((name) => columns.find((column) => column.name === name))
  const { documents, newestId } = table!
  if (!story || !title || newestId === null || documents < LEAST_DOCUMENTS) return undefined
  return {
    documents,
    newestId,
    idsPerDocument: Math.max(1, newestId / documents),
    story: toShares(story.lexemes, story.shares),
    title: toShares(title.lexemes, title.shares),
    category: shareOf(new Map(categories.map(({ name, share }) => [name, share]))),
  }
}

function toShares(lexemes: readonly string[], shares: readonly number[]): Shares {
  const known = new Map(lexemes.map((lexeme, i) => [lexeme, shares[i]!]))
  const inOrder = [...known.keys()].sort()
  return {
    of: shareOf(known),
    knows: (lexeme) => known.has(lexeme),
    beginning(text) {
      const found: { lexeme: string; share: number }[] = []
      for (let i = placeOf(text, inOrder); inOrder[i]?.startsWith(text); i++) {
        found.push({ lexeme: inOrder[i]!, share: known.get(inOrder[i]!)! })
      }
      return found.sort((a, b) => b.share - a.share)
    },
  }
}

/** What is not among the most used is used less than the least of them. */
function shareOf(known: ReadonlyMap<string, number>): (name: string) => number {
  const others = [...known.values()].reduce((least, share) => Math.min(least, share), 1) / 2
  return (name) => known.get(name) ?? others
}

/** Where a text stands among others in order, or would. */
function placeOf(text: string, inOrder: readonly string[]): number {
  let [from, to] = [0, inOrder.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (inOrder[middle]! < text) from = middle + 1
    else to = middle
  }
  return from
}
