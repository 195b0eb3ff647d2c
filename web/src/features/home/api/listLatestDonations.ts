import { apiQuery } from '../../../api/apiQuery.ts'

export const listLatestDonations = () =>
  apiQuery('/api/v1/events/', { query: { event_name: 'DonationReceived', removed: false, page_size: 8 } })
