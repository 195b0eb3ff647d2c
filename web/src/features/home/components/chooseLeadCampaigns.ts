import type { Campaign, TrendingCampaign } from '../../../api/types.ts'

/** With fewer than these, the page shows who has most donors instead of what moves. */
const FEWEST_TRENDING = 4
const SHOWN = 6

export interface LeadCampaigns {
  lead: Campaign | undefined
  /** Chosen by the staff, the lead left out. */
  featured: Campaign[]
  moving: (Campaign | TrendingCampaign)[]
  trendingIsKnown: boolean
}

export const isTrendingKnown = (trending: { results: readonly TrendingCampaign[] } | undefined): boolean =>
  (trending?.results.length ?? 0) >= FEWEST_TRENDING

/**
 * What leads the page: what the staff featured, then what moves now, or who has most donors where nothing is known to move.
 * A campaign stands once among them.
 */
export function chooseLeadCampaigns(
  featured: { results: Campaign[] } | undefined,
  trending: { results: TrendingCampaign[] } | undefined,
  mostBacked: { results: Campaign[] } | undefined,
): LeadCampaigns {
  const chosen = featured?.results ?? []
  const trendingIsKnown = isTrendingKnown(trending)
  const popular = (trendingIsKnown ? trending : mostBacked)?.results ?? []
  const lead = chosen[0] ?? popular[0]
  const shown = new Set([lead, ...chosen].map((campaign) => campaign?.address))
  return {
    lead,
    featured: chosen.slice(1),
    moving: popular.filter(({ address }) => !shown.has(address)).slice(0, SHOWN),
    trendingIsKnown,
  }
}
