import { seen } from './getChainPosition.ts'
import { type Queryable, runPrepared, sql } from './sql.ts'
import { lexemesIn } from './textQuery.ts'

/** Of a story so many characters are looked through where it is longer than so many bytes: shorter ones need not be counted. */
const STORY_CHARACTERS = 2_000
export const STORY_BYTES = 8_000
/** What a title ranks at most that says nothing of what is looked for: ts_rank gives 1e-20 where it wants two words and finds one. */
const SILENT_TITLE = 0.000_001

/** What a found campaign says of itself. */
export interface FoundText {
  name: string | null
  short_description: string | null
  image_cid: string | null
  category: string | null
  /** Null too where it was not read, as the title says what is looked for. */
  story: string | null
}

/** The same, with the id of the document in which it does. */
export type Said = FoundText & { document: number }

const story = sql`case when octet_length(m.description) <= ${STORY_BYTES}::int then m.description
  else substr(m.description, 1, ${STORY_CHARACTERS}::int) end`

/** What each row of a `page` with its `document` and `text_rank` says of itself; its story only where it may be asked for. */
export const saidOfEach = ({ withStories }: { withStories: boolean }) => sql`left join lateral (
  select m.name, m.short_description, m.image_cid, m.category,
    ${withStories ? sql`case when page.text_rank < ${SILENT_TITLE}::real then ${story} end` : sql`null`} as story
  from campaign_metadata m where m.id = page.document limit 1
) said on true`

/** The stories of documents, by their id, and what was seen when they were read. */
export async function readStories(
  db: Queryable,
  documents: readonly number[],
): Promise<{ stories: Map<number, string | null>; seen: string | null }> {
  const rows = await runPrepared<{ document: number; story: string | null; seen: string | null }>(
    db,
    sql`select m.id as document, ${story} as story, ${seen} as seen from campaign_metadata m
      where m.id = any(${documents}::bigint[])`,
  )
  return { stories: new Map(rows.map(({ document, story }) => [document, story])), seen: rows[0]?.seen ?? null }
}

/** A stem keeps its word's beginning, but for a last letter or two. */
export function rootsOf(wanted: string): string[] {
  return shortest(lexemesIn(wanted).map(({ lexeme }) => lexeme.slice(0, Math.max(2, lexeme.length - 2))))
}

/** Without those that begin as another does. */
const shortest = (all: readonly string[]) =>
  [...new Set(all)].filter((one, _, others) => !others.some((other) => other !== one && one.startsWith(other)))

/** How words with these stems most probably begin: a stem ends in i where its word has y, in e where its word may have none. */
export function beginningsOf(wanted: string): string[] {
  return shortest(lexemesIn(wanted).map(({ lexeme }) => (lexeme.length > 2 ? lexeme.replace(/[ie]$/, '') : lexeme)))
}
