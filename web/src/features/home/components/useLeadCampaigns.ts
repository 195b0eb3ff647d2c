import { useQuery } from '@tanstack/react-query'
import type { Campaign, TrendingCampaign } from '../../../api/types.ts'
import { listFeatured, listMostBacked } from '../api/lists.ts'
import { listTrending } from '../api/listTrending.ts'

interface LeadCampaigns {
  lead: Campaign | undefined
  /** Chosen by the staff, the lead left out. */
  featured: Campaign[]
  moving: (Campaign | TrendingCampaign)[]
  trendingIsKnown: boolean
}

/**
 * What leads the page: what the staff featured, then what moves now, or who has most donors where nothing is known to move.
 * A campaign stands once among them.
 */
export function useLeadCampaigns(): LeadCampaigns {
  const chosen = useQuery(listFeatured()).data?.results ?? []
  const trending = useQuery(listTrending())
  const mostBacked = useQuery(listMostBacked())
  const moving = trending.data?.results ?? []
  const trendingIsKnown = moving.length >= 4
  const popular = trendingIsKnown ? moving : (mostBacked.data?.results ?? [])
  const lead = chosen[0] ?? popular[0]
  const shown = new Set([lead, ...chosen].map((campaign) => campaign?.address))
  return {
    lead,
    featured: chosen.slice(1),
    moving: popular.filter(({ address }) => !shown.has(address)).slice(0, 6),
    trendingIsKnown,
  }
}
