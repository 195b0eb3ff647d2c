import type { MetadataSummaryColumn } from './metadataRow.ts'
import { type Sql, sql } from './sql.ts'
import { lexemesIn } from './textQuery.ts'

/** Of a story so much is looked through. */
export const STORY_CHARACTERS = 2_000

/** The summary of a campaign's metadata, and its story where that may be needed to show what was found. */
export type FoundText = NonNullable<MetadataSummaryColumn['metadata_summary']> & {
  /** Null: not read, because name or blurb may hold a word that was looked for. */
  story: string | null
}

/**
 * A column `metadata_summary` of campaigns `c`. Stories lie outside their rows: they are read only of campaigns whose name and blurb
 * hold none of the words' beginnings.
 */
export function foundTextColumn(wanted: string): Sql {
  const patterns = rootsOf(wanted).map((root) => `%${root.replace(/[\\%_]/g, '\\$&')}%`)
  return sql`(
    select jsonb_build_object('name', s.name, 'short_description', s.short_description, 'image_cid', s.image_cid,
      'category', s.category, 'story', case when not (concat_ws(' ', s.name, s.short_description) ilike any (${patterns}::text[]))
        then coalesce(left(s.description, ${STORY_CHARACTERS}::int), '') end)
    from campaign_metadata s
    where s.chain_id = c.chain_id and s.campaign_address = c.address and s.cid = c.cid and s.state = 'resolved'
  ) as metadata_summary`
}

/** A stem keeps its word's beginning, but for a last letter or two. */
export function rootsOf(wanted: string): string[] {
  return [...new Set(lexemesIn(wanted).map(({ lexeme }) => lexeme.slice(0, Math.max(2, lexeme.length - 2))))]
}
