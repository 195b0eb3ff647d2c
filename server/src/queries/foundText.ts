import type { KeptRows } from './keptRows.ts'
import { type Queryable, runPrepared, sql } from './sql.ts'
import { lexemesIn } from './textQuery.ts'

/** Of a story so many characters are looked through where it is longer than so many bytes: shorter ones need not be counted. */
const STORY_CHARACTERS = 2_000
const STORY_BYTES = 8_000
/** A text beside its letters. */
const ROW_BYTES = 600

/** What a found campaign says of itself. */
export interface FoundText {
  name: string | null
  short_description: string | null
  image_cid: string | null
  category: string | null
  story: string | null
}

/** A row of `campaign_metadata`, and which version of it. */
export interface TextVersion {
  document: number
  version: string
}

/** Texts by the id of their metadata, as far as they are resolved; those that are kept are not read again. */
export async function readTexts(
  db: Queryable,
  { texts }: KeptRows,
  wanted: readonly TextVersion[],
): Promise<Map<number, FoundText>> {
  const found = new Map<number, FoundText>()
  const missing: number[] = []
  for (const { document, version } of wanted) {
    const text = texts.get(document, version)
    if (text) found.set(document, text)
    else missing.push(document)
  }
  if (missing.length === 0) return found
  const rows = await runPrepared<FoundText & TextVersion>(
    db,
    sql`select id as document, xmin::text as version, name, short_description, image_cid, category,
        case when octet_length(description) <= ${STORY_BYTES}::int then description
          else substr(description, 1, ${STORY_CHARACTERS}::int) end as story
      from campaign_metadata where id = any(${missing}::bigint[]) and state = 'resolved'`,
  )
  for (const { document, version, ...text } of rows) {
    const letters = [text.name, text.short_description, text.story].reduce((sum, one) => sum + (one?.length ?? 0), 0)
    texts.set(document, version, text, ROW_BYTES + letters * 2)
    found.set(document, text)
  }
  return found
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
