import { useQuery } from '@tanstack/react-query'
import { listFeatured, listMostBacked } from '../api/lists.ts'
import { listTrending } from '../api/listTrending.ts'
import { chooseLeadCampaigns, isTrendingKnown, type LeadCampaigns } from './chooseLeadCampaigns.ts'

/** Who has most donors is asked only where it is shown: the answer weighs a seventh of the page. */
export function useLeadCampaigns(): LeadCampaigns {
  const featured = useQuery(listFeatured())
  const trending = useQuery(listTrending())
  const mostBacked = useQuery({ ...listMostBacked(), enabled: !trending.isPending && !isTrendingKnown(trending.data) })
  return chooseLeadCampaigns(featured.data, trending.data, mostBacked.data)
}
