import { listCampaigns } from '../../../api/queries.ts'

export const listEndingSoon = () => listCampaigns({ status: ['ACTIVE'], ordering: 'ending_soon', page_size: 6 })
/** What the staff put on this page, in their order; nothing where they chose none. */
export const listFeatured = () => listCampaigns({ featured: true, page_size: 7 })
export const listNewest = () => listCampaigns({ ordering: '-created_at', page_size: 6 })
/** Where the trending route is not there or has nothing to tell: who has most donors. */
export const listMostBacked = () =>
  listCampaigns({ status: ['ACTIVE', 'SUCCESS'], ordering: '-donors_count', page_size: 14 })
