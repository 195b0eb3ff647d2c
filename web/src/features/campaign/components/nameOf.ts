import type { CampaignDetail } from '../../../api/types.ts'
import { shortAddress } from '../../../lib/shortAddress.ts'

/** What a campaign is called, were its story missing. */
export const nameOf = (campaign: CampaignDetail): string => campaign.metadata?.name ?? shortAddress(campaign.address)
