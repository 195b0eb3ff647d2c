import type { EventName } from '../../server/src/lib/ChainEvent.ts'
import { copyLine, type TableRows } from './copyRows.ts'

/** A log as viem decodes it: addresses with a checksum, integers as bigints. */
export interface FloorEvent {
  name: EventName
  args: Record<string, bigint | string>
  block: number
  blockHash: string
  time: number
  txHash: string
  logIndex: number
  address: string
}

interface CampaignSum {
  creator: string
  line: (string | number | bigint)[]
  goal: bigint
  raised: bigint
  donations: number
  donors: number
  events: number
  updatedAt: string
}

interface GivingSum {
  given: bigint
  donations: number
  campaigns: number
  first: string
  last: string
}

/**
 * Every table's rows, summed in memory. The measured history knows creations and donations alone, and so does this:
 * a floor must not do more than it needs.
 */
export function floorTables(chainId: number, events: FloorEvent[]): TableRows[] {
  const eventLines: string[] = []
  const campaigns = new Map<string, CampaignSum>()
  const pairs = new Map<string, GivingSum>()
  const donors = new Map<string, GivingSum>()
  const hours = new Map<string, { raised: bigint; donations: number }>()
  const days = new Map<string, { created: number; donations: number; newDonors: number; raised: bigint }>()
  let time = 0
  let at = ''

  for (const event of events) {
    if (event.time !== time) {
      time = event.time
      at = new Date(time * 1000).toISOString()
    }
    const address = event.address.toLowerCase()
    const day = entry(days, at.slice(0, 10), () => ({ created: 0, donations: 0, newDonors: 0, raised: 0n }))
    const position = [chainId, event.block, event.blockHash, event.txHash, event.logIndex, address, event.name]
    if (event.name === 'CampaignCreated') {
      const campaign = lower(event.args['campaign'])
      const creator = lower(event.args['creator'])
      const goal = event.args['goal'] as bigint
      const { deadline, cid } = event.args as { deadline: bigint; cid: string }
      const data = `{"factory":"${lower(event.args['factory'])}","campaign":"${campaign}","creator":"${creator}","goal":"${goal}","deadline":"${deadline}","cid":"${cid}"}`
      eventLines.push(copyLine([...position, campaign, creator, null, data, at]))
      const line = [chainId, campaign, address, creator, goal, deadline, cid, event.block, event.logIndex, at]
      campaigns.set(campaign, { creator, line, goal, raised: 0n, donations: 0, donors: 0, events: 1, updatedAt: at })
      day.created++
      continue
    }
    const donor = lower(event.args['donor'])
    const { amount, newTotalRaised, timestamp } = event.args as Record<string, bigint>
    const data = `{"campaign":"${address}","donor":"${donor}","amount":"${amount}","newTotalRaised":"${newTotalRaised}","timestamp":"${timestamp}"}`
    eventLines.push(copyLine([...position, address, donor, amount!, data, at]))
    const campaign = campaigns.get(address)!
    campaign.raised += amount!
    campaign.donations++
    campaign.events++
    campaign.updatedAt = at
    const ofDonor = entry(donors, donor, () => {
      day.newDonors++
      return newGiving(at)
    })
    give(ofDonor, amount!, at)
    const ofPair = entry(pairs, `${address}\t${donor}`, () => {
      campaign.donors++
      ofDonor.campaigns++
      return newGiving(at)
    })
    give(ofPair, amount!, at)
    const hour = entry(hours, `${address}\t${at.slice(0, 13)}:00:00Z`, () => ({ raised: 0n, donations: 0 }))
    hour.raised += amount!
    hour.donations++
    day.donations++
    day.raised += amount!
  }

  const creators = new Map<string, { campaigns: number; funded: number; goal: bigint; raised: bigint }>()
  const total = { funded: 0, goal: 0n, raised: 0n, donations: 0 }
  for (const { creator, goal, raised, donations } of campaigns.values()) {
    const sum = entry(creators, creator, () => ({ campaigns: 0, funded: 0, goal: 0n, raised: 0n }))
    const funded = raised >= goal ? 1 : 0
    sum.campaigns++
    sum.funded += funded
    sum.goal += goal
    sum.raised += raised
    total.funded += funded
    total.goal += goal
    total.raised += raised
    total.donations += donations
  }

  return [
    {
      name: 'events',
      columns: words(`chain_id block_number block_hash tx_hash log_index address event_name campaign_address
                      account_address amount_wei event_data created_at`),
      lines: eventLines,
    },
    {
      name: 'campaigns',
      columns: words(`chain_id address factory_address creator_address goal_wei deadline_ts cid created_block
                      created_log_index created_at total_raised_wei donors_count donations_count events_count updated_at`),
      lines: [...campaigns.values()].map((sum) =>
        copyLine([...sum.line, sum.raised, sum.donors, sum.donations, sum.events, sum.updatedAt]),
      ),
    },
    {
      name: 'contributions',
      columns: words(`chain_id campaign_address donor_address contributed_wei refunded_wei donations_count created_at
                      updated_at`),
      lines: map(pairs, (key, sum) => [chainId, key, sum.given, 0, sum.donations, sum.first, sum.last]),
    },
    {
      name: 'campaign_hours',
      columns: words('chain_id campaign_address hour raised_wei donations_count refunded_wei refunds_count'),
      lines: map(hours, (key, sum) => [chainId, key, sum.raised, sum.donations, 0, 0]),
    },
    {
      name: 'donors',
      columns: words(`chain_id donor_address contributed_wei refunded_wei donations_count refunds_count campaigns_count
                      created_at`),
      lines: map(donors, (key, sum) => [chainId, key, sum.given, 0, sum.donations, 0, sum.campaigns, sum.first]),
    },
    {
      name: 'creators',
      columns: words(`chain_id creator_address campaigns_count funded_count withdrawn_count goal_wei raised_wei
                      withdrawn_wei refunded_wei`),
      lines: map(creators, (key, sum) => [chainId, key, sum.campaigns, sum.funded, 0, sum.goal, sum.raised, 0, 0]),
    },
    {
      name: 'platform_days',
      columns: words(`chain_id day campaigns_count donations_count refunds_count withdrawals_count new_donors_count
                      raised_wei refunded_wei withdrawn_wei`),
      lines: map(days, (key, sum) => [chainId, key, sum.created, sum.donations, 0, 0, sum.newDonors, sum.raised, 0, 0]),
    },
    {
      name: 'platform_totals',
      columns: words(`chain_id campaigns_count funded_count withdrawn_count contributions_count donors_count
                      donations_count refunds_count events_count goal_wei raised_wei refunded_wei withdrawn_wei`),
      lines: [
        copyLine([
          ...[chainId, campaigns.size, total.funded, 0, pairs.size, donors.size, total.donations, 0, events.length],
          ...[total.goal, total.raised, 0, 0],
        ]),
      ],
    },
  ]
}

function entry<Value>(map: Map<string, Value>, key: string, create: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const created = create()
  map.set(key, created)
  return created
}

const newGiving = (at: string): GivingSum => ({ given: 0n, donations: 0, campaigns: 0, first: at, last: at })

function give(sum: GivingSum, amount: bigint, at: string): void {
  sum.given += amount
  sum.donations++
  sum.last = at
}

function map<Sum>(sums: Map<string, Sum>, row: (key: string, sum: Sum) => (string | number | bigint)[]): string[] {
  return [...sums].map(([key, sum]) => copyLine(row(key, sum)))
}

const lower = (address: bigint | string | undefined): string => String(address).toLowerCase()

const words = (text: string): string[] => text.trim().split(/\s+/)
