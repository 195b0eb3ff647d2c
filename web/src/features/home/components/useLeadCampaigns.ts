import { useQuery } from '@tanstack/react-query'
import type { Campaign, TrendingCampaign } from '../../../api/types.ts'
import { listMostBacked } from '../api/lists.ts'
import { listTrending } from '../api/listTrending.ts'

/** What leads the page: what moves now, or who has most donors where nothing is known to move. */
export function useLeadCampaigns(): { leads: (Campaign | TrendingCampaign)[]; trendingIsKnown: boolean } {
  const trending = useQuery(listTrending())
  const mostBacked = useQuery(listMostBacked())
  const moving = trending.data?.results ?? []
  const trendingIsKnown = moving.length >= 4
  return { leads: trendingIsKnown ? moving : (mostBacked.data?.results ?? []), trendingIsKnown }
}
