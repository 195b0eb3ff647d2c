import type { LexemeShares } from './lexemeShares.ts'
import type { OpenDocuments } from './openDocuments.ts'
import { quotedLexeme } from './textQuery.ts'

/** Where open ones lie among more documents, titles are not asked first: the index would go through all of them to find those of a category. */
const MOST_OPEN = 4_000
/** Ids a part of the documents, small and large, and of those of one category, as migration 0036 says. */
const SMALL = 500
const LARGE = 8_000
const OF_KIND = 2_000
/** More parts of categories than this take longer than to go through all of those categories. */
const MOST_OF_KIND = 40
/** Newer documents may have begun so many small parts since the newest id was looked for, and a large one. */
const SMALL_AHEAD = 4
/** So many small parts at most: the index takes longer to look through more of them than through a large one. */
const MOST_SMALL = 6
/** Of a word that more documents use than lie in a large one. */
const MOST_SMALL_OF_MANY = 14
/** So many at most stand for the end of a large one. */
const MOST_REST = 4
/** More documents than come in before the newest id is looked for again: what says that it is everything names their parts too. */
const AHEAD = 5 * LARGE

/** The newest id that is known. */
const newestOf = ({ newestId }: LexemeShares, open?: OpenDocuments) => Math.max(newestId, open?.newest ?? 0)

/** How many documents there are from an id on, at a guess. */
export const documentsFrom = (oldest: number, open: OpenDocuments | undefined, shares: LexemeShares) =>
  (newestOf(shares, open) - oldest + 1) / shares.idsPerDocument

/** Whether open documents lie among few, so that nearly all of those can be looked at. */
export const areFew = (open: OpenDocuments, shares: LexemeShares): boolean =>
  documentsFrom(open.oldest, open, shares) <= MOST_OPEN

/** Documents of some categories, in small letters; what share of all they are, at a guess. */
export interface Kinds {
  categories: readonly string[]
  share: number
}

/**
 * The newest parts that hold enough documents which say what a share of all say, and are of these kinds; with `open` none before the oldest
 * open one.
 *
 * @returns the parts as text queries all of which have to match (none for all documents: to name every part would only have the index go
 * through each), and whether older ones that may match are left out
 */
export function newestParts(
  share: number,
  enough: number,
  shares: LexemeShares,
  { kinds, open }: { kinds?: Kinds | undefined; open?: OpenDocuments | undefined } = {},
): { parts: string[]; isCut: boolean } {
  const { idsPerDocument, documents } = shares
  const ofKinds = kinds === undefined ? [] : [kinds.categories.map((name) => quotedLexeme(`~=${name}`)).join(' | ')]
  const newest = newestOf(shares, open)
  const oldest = newest - Math.ceil((enough / (share * (kinds?.share ?? 1))) * idsPerDocument) + 1
  const isCut = oldest > (open?.oldest ?? 1)
  if (!isCut && open === undefined) return { parts: ofKinds, isCut }
  if (isCut && kinds !== undefined) {
    const parts = kinds.categories.flatMap((name) => partsOfKind(name, oldest, newest))
    if (parts.length <= MOST_OF_KIND) return { parts: [parts.join(' | ')], isCut }
  }
  const mostSmall = share * documents > LARGE ? MOST_SMALL_OF_MANY : MOST_SMALL
  const parts = partsFrom(isCut ? oldest : open!.oldest, newest, mostSmall)
  if (!isCut) parts.push(...partsAhead(newest))
  return parts.includes(FIRST_LARGE)
    ? { parts: ofKinds, isCut: false }
    : { parts: [...ofKinds, parts.join(' | ')], isCut }
}

/** Parts that hold all ids from the oldest on, and hardly older ones; quoted, as a text query has them. */
export function partsFrom(oldest: number, newest: number, mostSmall = MOST_SMALL): string[] {
  const small = partsOf('~', SMALL, oldest, newest + SMALL_AHEAD * SMALL)
  if (small.length <= mostSmall + SMALL_AHEAD) return small
  const border = Math.ceil(oldest / LARGE) * LARGE
  const rest = border > newest ? small : partsOf('~', SMALL, oldest, border - 1)
  if (rest.length > MOST_REST) return partsOf('~~', LARGE, oldest, newest + LARGE)
  return [...partsOf('~~', LARGE, border, newest + LARGE), ...rest]
}

/** Parts of documents that may come in after the newest. */
function partsAhead(newest: number): string[] {
  const border = Math.ceil((newest + 1) / LARGE) * LARGE
  return [...partsOf('~', SMALL, newest, border - 1), ...partsOf('~~', LARGE, border, newest + AHEAD)]
}

/** With those before it, which are none. */
const FIRST_LARGE = "'~~0'"

function partsOf(sign: string, ids: number, oldest: number, newest: number): string[] {
  return partsAt(ids, oldest, newest).map((part) => `'${sign}${part}'`)
}

/** Those of a category. */
const partsOfKind = (name: string, oldest: number, newest: number) =>
  partsAt(OF_KIND, oldest, newest + OF_KIND).map((part) => quotedLexeme(`~${part}=${name}`))

function partsAt(ids: number, oldest: number, newest: number): number[] {
  const first = Math.floor(oldest / ids)
  return Array.from({ length: Math.floor(newest / ids) - first + 1 }, (_, i) => first + i)
}
