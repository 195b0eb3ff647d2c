import { Type } from 'typebox'
import { PLATFORM_METRICS } from '../../queries/getPlatformTimeseries.ts'
import { address, amount, component, count, isoTime, percent } from '../schemas.ts'

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
