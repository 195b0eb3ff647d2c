import { Type } from 'typebox'
import { PLATFORM_METRICS } from '../../queries/getPlatformTimeseries.ts'
import { TRENDING_TYPES } from '../../queries/listTrending.ts'
import { PERIODS } from '../../queries/writeWindows.ts'
import { Campaign } from '../campaigns/schemas.ts'
import { address, amount, component, count, isoTime, percent, ref, text } from '../schemas.ts'

const chainId = Type.Integer({ examples: [31337] })
const campaignsByStatus = {
  total_campaigns: count('All of them'),
  active_campaigns: count('Goal not met, deadline not passed'),
  successful_campaigns: count('Goal met, not withdrawn'),
  failed_campaigns: count('Goal not met, deadline passed'),
  withdrawn_campaigns: count('Goal met and withdrawn'),
}
const successRate = Type.Number({
  minimum: 0,
  maximum: 100,
  description: 'Percent that met the goal, of those that met it or failed',
})

export const PlatformStats = component('PlatformStats', {
  chain_id: chainId,
  ...campaignsByStatus,
  ...amount('total_raised', 'Given to all campaigns, refunds not taken off'),
  ...amount('total_refunded', 'Refunded'),
  ...amount('total_goal', 'The sum of all goals'),
  total_contributions: count('Pairs of campaign and donor'),
  total_donations: count('Single donations'),
  total_contributors: count('Different donors'),
  unique_donors: count('The same number'),
  success_rate: successRate,
})

export const CreatorStats = component('CreatorStats', {
  chain_id: chainId,
  creator_address: address('The creator'),
  ...campaignsByStatus,
  ...amount('total_raised', 'Given to the campaigns, refunds not taken off'),
  ...amount('total_goal', 'The sum of the goals'),
  ...amount('total_withdrawn', 'Withdrawn'),
  ...amount('total_refunded', 'Refunded'),
  success_rate: successRate,
  average_progress_percent: percent('Mean of the campaigns, cut to two decimals'),
})

const start = isoTime('Where the bucket begins (UTC)')
const closed = { additionalProperties: false }

export const PlatformTimeseries = component('PlatformTimeseries', {
  chain_id: chainId,
  metric: Type.Enum(PLATFORM_METRICS, { type: 'string' }),
  interval: Type.Enum(['day', 'week'], { type: 'string' }),
  results: Type.Array(
    Type.Union([
      Type.Object({ start, value: count('Within the bucket'), total: count('Until its end') }, closed),
      Type.Object({ start, ...amount('value', 'Within the bucket'), ...amount('total', 'Until its end') }, closed),
    ]),
    { description: 'Amounts for raised, counts for the other metrics' },
  ),
})

export const period = Type.Enum(Object.keys(PERIODS) as (keyof typeof PERIODS)[], {
  type: 'string',
  description: 'Until now, to the second',
})
export const periodOrAll = Type.Enum([...(Object.keys(PERIODS) as (keyof typeof PERIODS)[]), 'all' as const], {
  type: 'string',
  default: 'all',
  description: 'Until now; all: since the beginning',
})
export const trendingType = Type.Enum([...TRENDING_TYPES], {
  type: 'string',
  default: 'recent_donations',
  description: 'By what the period brought, or by how little is missing',
})

export const TrendingCampaign = component('TrendingCampaign', {
  ...Campaign.properties,
  recent_contributions_count: count('Donations within the period'),
  recent_donors_count: count('Different donors within the period'),
  ...amount('recent_raised', 'Given within the period'),
  distance_to_goal_percent: percent('Of the goal, still missing; 0 once it is met'),
  why: text('Why it stands here', '12 donors gave 3.4 ETH within 7 days.'),
})

export const Trending = component('Trending', {
  chain_id: chainId,
  period,
  type: trendingType,
  count: count('Of the results'),
  results: Type.Array(ref(TrendingCampaign)),
})

const leaderboard = {
  chain_id: chainId,
  period: periodOrAll,
  count: count('In all'),
  offset: count('Left out before the first'),
  limit: count('At most so many'),
}

export const CampaignLeader = component('CampaignLeader', {
  rank: Type.Integer({ minimum: 1, description: 'Its place; equal ones stand by address' }),
  ...Campaign.properties,
  contributions_count: count('Different donors within the period'),
  ...amount('period_raised', 'Given within the period'),
})
export const CampaignLeaderboard = component('CampaignLeaderboard', {
  ...leaderboard,
  results: Type.Array(ref(CampaignLeader)),
})

export const DonorLeaderboard = component('DonorLeaderboard', {
  ...leaderboard,
  results: Type.Array(
    Type.Object(
      {
        rank: Type.Integer({ minimum: 1, description: 'The place; equal ones stand by address' }),
        donor_address: text('The donor; shortened when anonymised', '0x7099…79c8'),
        ...amount('contributed', 'Given within the period'),
        ...amount('refunded', 'Taken back within the period'),
        ...amount('net_contributed', 'Given less taken back; below 0 where more was taken back than given within it'),
        campaigns_supported: count('Different campaigns given to within the period'),
      },
      closed,
    ),
  ),
})

export const CategoryList = component('CategoryList', {
  chain_id: chainId,
  results: Type.Array(
    Type.Object(
      {
        category: text('The category', 'technology'),
        campaigns_count: count('Its campaigns'),
        donations_count: count('Donations to them'),
        ...amount('total_goal', 'The sum of their goals'),
        ...amount('total_raised', 'Given to them'),
      },
      closed,
    ),
    { description: 'The category given most first; those without a campaign are left out' },
  ),
})
