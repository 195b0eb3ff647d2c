import type { Campaign, CampaignStatus } from './campaignRow.ts'
import type { Said } from './foundText.ts'
import type { CampaignListRequest } from './listCampaigns.ts'
import type { Page } from './paging.ts'

export type SearchRequest = CampaignListRequest & { marks?: boolean }

export interface Facets {
  category: Record<string, number>
  status: Record<string, number>
}

export interface FoundPage extends Page<Campaign> {
  /** What each of the rows says of itself; null where nothing is resolved. Empty where highlights were not asked for. */
  texts: (Said | null)[]
  facets: Facets
  /** False where a word was looked for in the newest documents alone, because very many use it. */
  isExhaustive: boolean
  /** Whether facets are of everything that matches. */
  areFacetsExhaustive: boolean
  /** What was seen by the one statement that found it, where nothing else was read (getChainPosition.ts). */
  seen?: string | null | undefined
}

/** How many there are of a category, in small letters, and a status. */
export interface Counted {
  status: CampaignStatus
  category: string | null
  count: number
}

/** Whether a kind passes the filters. */
export const isChosen = (
  { status: of, category: name }: Omit<Counted, 'count'>,
  status?: readonly CampaignStatus[],
  category?: readonly string[],
): boolean =>
  (status === undefined || status.includes(of)) &&
  (category === undefined || (name !== null && category.includes(name)))

/** In the order of their names, so that the same is told in the same bytes. */
export function toFacets(
  counted: readonly Counted[],
  status?: readonly CampaignStatus[],
  category?: readonly string[],
): Facets {
  const facets: Facets = { category: {}, status: {} }
  for (const { count, status: of, category: name } of counted) {
    if (category === undefined || (name !== null && category.includes(name)))
      facets.status[of] = (facets.status[of] ?? 0) + count
    if (name !== null && (status === undefined || status.includes(of))) {
      facets.category[name] = (facets.category[name] ?? 0) + count
    }
  }
  return { category: inOrder(facets.category), status: inOrder(facets.status) }
}

const inOrder = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => Number(a > b) - Number(a < b)))

/** Counts what is added by its kind. */
export class Counts {
  readonly all: Counted[] = []
  readonly #ofCategories = new Map<string | null, Map<CampaignStatus, Counted>>()

  add({ status, category }: Omit<Counted, 'count'>): void {
    let ofCategory = this.#ofCategories.get(category)
    if (ofCategory === undefined) {
      ofCategory = new Map()
      this.#ofCategories.set(category, ofCategory)
    }
    const known = ofCategory.get(status)
    if (known !== undefined) {
      known.count++
      return
    }
    const counted = { status, category, count: 1 }
    ofCategory.set(status, counted)
    this.all.push(counted)
  }
}
