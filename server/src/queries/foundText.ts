import { join, type Sql, sql } from './sql.ts'
import { lexemesIn } from './textQuery.ts'

/** Of a story so many characters are looked through where it is longer than so many bytes: shorter ones need not be counted. */
export const STORY_CHARACTERS = 2_000
const STORY_BYTES = 8_000
/** Bytes that are cut out of a story: before what was found, and in all. */
const EXCERPT_BEFORE = 130
const EXCERPT_BYTES = 300

/** What a found campaign says of itself. */
export interface FoundText {
  name: string | null
  short_description: string | null
  image_cid: string | null
  category: string | null
  /** The story around what was found there, as it seems; null where name or blurb seem to hold it, and where nothing does. */
  excerpt: string | null
  /** Whether the story may hold it all the same: it was not read, or has letters beyond ASCII, which were not folded. */
  mayHoldMore: boolean
}

export interface FoundTextColumns {
  text_of: string | null
  text_name: string | null
  text_blurb: string | null
  text_image_cid: string | null
  text_category: string | null
  text_excerpt: Buffer | null
  text_place: number | null
  text_is_folded: boolean | null
}

/** A statement of one row for each row of a page of campaigns; without `wanted` no story is read. */
export function foundTextOf(chainId: number, wanted: string | undefined): Sql {
  return sql`select s.campaign_address as text_of, s.name as text_name, s.short_description as text_blurb,
      s.image_cid as text_image_cid, s.category as text_category, ${wanted === undefined ? sql`null as text_excerpt` : sql`e.*`}
    from campaign_metadata s ${wanted === undefined ? sql`` : excerptOf(wanted)}
    where s.chain_id = ${chainId} and s.campaign_address = page.address and s.cid = page.cid and s.state = 'resolved'`
}

/**
 * Stories lie outside their rows, and counting their characters costs more than anything else about them. So they are read only of
 * campaigns whose name and blurb hold none of the words' beginnings, once, as bytes, and no more leaves the database than may be shown.
 */
function excerptOf(wanted: string): Sql {
  const patterns = beginningsOf(wanted).map((one) => `%${one.replace(/[\\%_]/g, '\\$&')}%`)
  return sql`left join lateral (
      select case when place > 0 then
          substring(story.bytes from greatest(1, place - ${EXCERPT_BEFORE}::int) for ${EXCERPT_BYTES}::int) end as text_excerpt,
        place as text_place, place is null and (${join(
          FOLDED.map((byte) => sql`position(${Buffer.of(byte)}::bytea in story.bytes) > 0`),
          ' or ',
        )}) as text_is_folded
      from (
        -- "C" knows the letters of ASCII alone: those are found in any case, at the same place.
        select ' '::bytea || convert_to(text, 'UTF8') as bytes, ' '::bytea || convert_to(lower(text collate "C"), 'UTF8') as small
        from (
          select case when octet_length(s.description) <= ${STORY_BYTES}::int then s.description
            else substr(s.description, 1, ${STORY_CHARACTERS}::int) end as text
          where not (lower(concat_ws(' ', s.name, s.short_description)) like any (${patterns}::text[])) offset 0
        ) told offset 0
      ) story cross join lateral (
        select ${firstOf(spellingsOf(wanted))} as place offset 0
      ) found
    ) e on true`
}

/** What letters that the search folds to those of ASCII begin with in UTF-8: of European languages, of Vietnamese, accents by themselves. */
const FOLDED = [0xc3, 0xc4, 0xc5, 0xcc, 0xe1]

/** How many are looked for in one statement: others would each have to be planned. */
const PLACES = [1, 3, 6, 12, 24]

function firstOf(spelled: readonly string[]): Sql {
  const count = PLACES.find((most) => most >= spelled.length) ?? PLACES.at(-1)!
  const places = Array.from({ length: count }, (_, i) => {
    const bytes = spelled[i] === undefined ? null : Buffer.from(spelled[i])
    return sql`nullif(position(${bytes}::bytea in story.small), 0)`
  })
  return sql`least(${join(places, ', ')})`
}

/** Null where nothing is resolved. */
export function toFoundText(row: FoundTextColumns): FoundText | null {
  if (row.text_of === null) return null
  return {
    name: row.text_name,
    short_description: row.text_blurb,
    image_cid: row.text_image_cid,
    category: row.text_category,
    excerpt: row.text_excerpt === null ? null : wholeWords(row.text_excerpt, row.text_place!),
    mayHoldMore: row.text_is_folded ?? true,
  }
}

/** Without what was cut off of the first and the last word. */
function wholeWords(excerpt: Buffer, place: number): string {
  const text = excerpt.toString('utf8')
  const start = place > EXCERPT_BEFORE + 1 ? text.indexOf(' ') + 1 : 0
  const end = excerpt.length < EXCERPT_BYTES ? text.length : text.lastIndexOf(' ')
  return text.slice(start > EXCERPT_BEFORE ? 0 : start, end <= EXCERPT_BEFORE ? text.length : end)
}

/** A stem keeps its word's beginning, but for a last letter or two. */
export function rootsOf(wanted: string): string[] {
  return shortest(lexemesIn(wanted).map(({ lexeme }) => lexeme.slice(0, Math.max(2, lexeme.length - 2))))
}

/** Without those that begin as another does. */
const shortest = (all: readonly string[]) =>
  [...new Set(all)].filter((one, _, others) => !others.some((other) => other !== one && one.startsWith(other)))

/** Shorter ones are looked for where a word begins: within others there are too many. */
const LEAST_WITHIN = 4

/** How words with these stems most probably begin: a stem ends in i where its word has y, in e where its word may have none. */
function beginningsOf(wanted: string): string[] {
  return shortest(lexemesIn(wanted).map(({ lexeme }) => (lexeme.length > 2 ? lexeme.replace(/[ie]$/, '') : lexeme)))
}

/** Letters of ASCII are found small. */
function spellingsOf(wanted: string): string[] {
  return beginningsOf(wanted).flatMap((one) => {
    if (one.length < LEAST_WITHIN) return [` ${one}`, `\n${one}`, `(${one}`]
    const capital = one[0]!.toUpperCase() + one.slice(1)
    return /^[\0-\x7f]*$/.test(one) ? [one] : [one, capital, one.toUpperCase()]
  })
}
