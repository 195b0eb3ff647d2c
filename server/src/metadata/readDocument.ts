import { IpfsError } from '../ipfs/IpfsError.ts'
import { type Category, readCategory } from './categories.ts'
import { cleanLine, cleanLines } from './cleanText.ts'
import { formatContentPath, parseContentPath } from './parseContentPath.ts'
import { parseDocument } from './parseDocument.ts'
import { readLink } from './readLink.ts'
import { readTags } from './readTags.ts'

/** The columns of `campaign_metadata` that a document fills. */
export interface DocumentFields {
  name: string | null
  description: string | null
  short_description: string | null
  /** `CID` or `CID/path`. */
  image_cid: string | null
  banner_cid: string | null
  category: Category | null
  location: string | null
  creator_name: string | null
  creator_avatar_cid: string | null
  website_url: string | null
  twitter_handle: string | null
  discord_url: string | null
  tags: string[]
}

export interface Document {
  fields: DocumentFields
  /** The document as JSON text that jsonb takes. */
  raw: string
}

/** A full-text index takes at most 1 MiB of a row; `raw` has what is cut. */
const MAX_DESCRIPTION_CHARACTERS = 100_000

/** The names that documents give each field; the first that can be read counts. */
export const FIELD_NAMES = {
  name: ['name', 'title'],
  description: ['description'],
  short_description: ['short_description', 'shortDescription', 'summary'],
  image_cid: ['image', 'image_cid', 'imageCid'],
  banner_cid: ['banner', 'banner_cid', 'bannerCid', 'cover'],
  category: ['category'],
  location: ['location'],
  creator_name: ['creator_name', 'creatorName', 'author'],
  creator_avatar_cid: ['creator_avatar', 'creatorAvatar', 'avatar'],
  website_url: ['website', 'website_url', 'url'],
  twitter_handle: ['twitter', 'twitter_handle', 'twitterHandle'],
  discord_url: ['discord', 'discord_url', 'discordUrl'],
  tags: ['tags'],
} as const satisfies Record<keyof DocumentFields, readonly string[]>

/**
 * Reads a metadata document, whoever made it. A field of the wrong type, or that cannot be kept safely, is
 * dropped; one that is too long for its column is cut, or dropped where a cut would change what it means.
 * @param what names the document in errors
 * @throws DocumentError where there is no JSON object to read
 */
export function readDocument(bytes: Uint8Array, what = 'The document'): Document {
  const document = parseDocument(bytes, what)
  return { fields: readFields(document), raw: JSON.stringify(document) }
}

/** The fields of a document that was parsed. */
export function readFields(document: Record<string, unknown>): DocumentFields {
  const first = <T>(names: readonly string[], read: (text: string) => T | null): T | null => {
    for (const name of names) {
      const value = Object.hasOwn(document, name) ? document[name] : undefined
      const found = typeof value === 'string' ? read(value) : null
      if (found !== null && found !== '') return found
    }
    return null
  }
  const line = (max: number) => (text: string) => cleanLine(text, max)
  const link = (text: string) => readLink(text, 512)
  const names = FIELD_NAMES
  return {
    name: first(names.name, line(255)),
    description: first(names.description, (text) => cleanLines(text, MAX_DESCRIPTION_CHARACTERS)),
    short_description: first(names.short_description, line(500)),
    image_cid: first(names.image_cid, readImage),
    banner_cid: first(names.banner_cid, readImage),
    category: first(names.category, (text) => (text.trim() === '' ? null : readCategory(text))),
    location: first(names.location, line(255)),
    creator_name: first(names.creator_name, line(255)),
    creator_avatar_cid: first(names.creator_avatar_cid, readImage),
    website_url: first(names.website_url, link),
    twitter_handle: first(names.twitter_handle, readHandle),
    discord_url: first(names.discord_url, link),
    tags: readTags(Object.hasOwn(document, 'tags') ? document['tags'] : undefined),
  }
}

function readImage(text: string): string | null {
  try {
    const image = formatContentPath(parseContentPath(text.trim()))
    return [...image].length <= 255 ? image : null
  } catch (error) {
    if (error instanceof IpfsError) return null
    throw error
  }
}

/** A handle, or the link to one; whoever shows it may take it for a link, so no other scheme gets through. */
function readHandle(text: string): string | null {
  return text.includes(':') ? readLink(text, 100) : cleanLine(text, 100)
}
