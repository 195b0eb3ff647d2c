import type { Kindling } from './kindling.ts'

export interface Campaign {
  address: string
  creator_address: string
  status: 'ACTIVE' | 'SUCCESS' | 'FAILED' | 'WITHDRAWN'
  accepts_donations: boolean
  total_raised_wei: string
  goal_eth: string
  donations_count?: number
  metadata: { name: string } | null
}

interface List<T> {
  count: number
  results: T[]
}

interface Contribution {
  donor_address: string
  net_contributed_wei: string
}

export async function findCampaign(
  { ask }: Kindling,
  query: string,
  wanted: (campaign: Campaign) => boolean = () => true,
): Promise<Campaign> {
  const { results } = await ask<List<Campaign>>(`campaigns/?include_metadata=true&page_size=100&${query}`)
  const found = results.find(wanted)
  if (found === undefined) throw new Error(`The demo has no campaign for "${query}".`)
  return found
}

/** A campaign that takes donations, told by its name so that scenarios do not meet at the same one. */
export const findOpenCampaign = (kindling: Kindling, word: string): Promise<Campaign> =>
  findCampaign(
    kindling,
    '',
    ({ accepts_donations, metadata }) => accepts_donations && metadata?.name.includes(word) === true,
  )

/** A failed campaign and a donor who has not taken the money back. */
export async function findRefundable(kindling: Kindling): Promise<{ campaign: Campaign; donor: string }> {
  const { results } = await kindling.ask<List<Campaign>>('campaigns/?include_metadata=true&status=FAILED')
  for (const campaign of results) {
    const { results: rows } = await kindling.ask<List<Contribution>>(`campaigns/${campaign.address}/contributions/`)
    const row = rows.find(({ net_contributed_wei }) => BigInt(net_contributed_wei) > 0n)
    if (row) return { campaign, donor: row.donor_address }
  }
  throw new Error('The demo has no donor with money in a failed campaign.')
}

export const readCampaign = ({ ask }: Kindling, address: string): Promise<Campaign> =>
  ask(`campaigns/${address}/?include_metadata=true`)
