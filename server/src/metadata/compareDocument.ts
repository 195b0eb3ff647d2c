import { type DocumentFields, FIELD_NAMES, readFields } from './readDocument.ts'

export interface FieldDifference {
  field: keyof DocumentFields
  /** What the document says under the name that counts. */
  document: unknown
  stored: unknown
  why: string
}

/** Where the stored row does not say what its document says, and why. @param document as parsed; anything but an object: none */
export function compareDocument(document: unknown, stored: DocumentFields): FieldDifference[] {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return []
  const said = document as Record<string, unknown>
  const read = readFields(said)
  return (Object.keys(FIELD_NAMES) as (keyof DocumentFields)[]).flatMap((field) => {
    const names = FIELD_NAMES[field].filter((name) => Object.hasOwn(said, name))
    // The one that was read, else the first that is there at all.
    const name =
      names.find((one) => same(readFields({ [one]: said[one] })[field], read[field]) && !isNothing(read[field])) ??
      names[0]
    const value = name === undefined ? null : said[name]
    const kept = stored[field]
    if (same(plain(field, value), kept) || (isNothing(value) && isNothing(kept))) return []
    const why = same(read[field], kept)
      ? whyDifferent(field, value, kept)
      : 'The row is of an earlier reading: refresh it.'
    return [{ field, document: value, stored: kept, why }]
  })
}

function whyDifferent(field: keyof DocumentFields, value: unknown, kept: unknown): string {
  if (field === 'tags') return whyOtherTags(value, kept as string[])
  if (typeof value !== 'string')
    return `It must be text and is ${Array.isArray(value) ? 'a list' : typeof value}: dropped.`
  if (kept === null) return WHY_DROPPED[field] ?? 'Nothing of it can be shown: dropped.'
  if (field === 'category') return `It is none of the categories by that name: read as ${kept}.`
  if (field.endsWith('_cid')) return 'Read as the CID and path that it names.'
  const text = kept as string
  if (value.startsWith(text.replace(/…$/, ''))) return `Cut to ${[...text].length} characters.`
  return 'Cleaned of what cannot be shown safely: control signs, turns of direction, needless blanks.'
}

const NO_IMAGE = 'It names no CID: dropped.'
const NO_LINK = 'It is no http or https link, or too long: dropped.'
const WHY_DROPPED: Partial<Record<keyof DocumentFields, string>> = {
  image_cid: NO_IMAGE,
  banner_cid: NO_IMAGE,
  creator_avatar_cid: NO_IMAGE,
  website_url: NO_LINK,
  discord_url: NO_LINK,
  twitter_handle: 'It is neither a handle nor an http or https link: dropped.',
}

function whyOtherTags(value: unknown, kept: string[]): string {
  if (typeof value === 'string') return 'Read as a list, at its commas.'
  if (!Array.isArray(value)) return `It must be a list and is ${typeof value}: dropped.`
  return kept.length === value.length
    ? 'Cleaned of what cannot be shown safely.'
    : `${kept.length} of ${value.length} kept: the others are no text, twice there, too long or too many.`
}

/** Nearly every tool writes a picture as ipfs://CID: that says nothing else than the CID does. */
const plain = (field: string, value: unknown) =>
  field.endsWith('_cid') && typeof value === 'string' ? value.trim().replace(/^ipfs:\/\//, '') : value

const isNothing = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
