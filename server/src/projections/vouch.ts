import type pg from 'pg'
import type { ChainEvent } from '../lib/ChainEvent.ts'

/** What the projections need to know of a campaign before a batch touches it. Amounts in wei. */
export interface CampaignFacts {
  address: string
  creator: string
  goalWei: bigint
  raisedWei: bigint
  createdBlock: number
  createdLogIndex: number
  /** False while the batch at hand is what creates it (or takes its creation away). */
  exists: boolean
}

/** An event whose emitter a configured factory vouches for, with its campaign. */
export interface VouchedEvent {
  event: ChainEvent
  campaign: CampaignFacts
}

/**
 * Keeps the events that count: CampaignCreated from a configured factory, the rest from a campaign that such a factory
 * created before. Anyone can deploy a contract that emits the same events.
 *
 * @param events in the chain's order
 * @param factories lower-case addresses
 */
export async function vouch(
  tx: pg.ClientBase,
  chainId: number,
  factories: ReadonlySet<string>,
  events: ChainEvent[],
): Promise<VouchedEvent[]> {
  const campaigns = await loadCampaigns(tx, chainId, events)
  const vouched: VouchedEvent[] = []
  for (const event of events) {
    const known = campaigns.get(event.campaign)
    if (event.name === 'CampaignCreated') {
      if (known || !factories.has(event.address)) continue
      const campaign = createdCampaign(event)
      campaigns.set(event.campaign, campaign)
      vouched.push({ event, campaign })
    } else if (known && isAfter(event, known)) {
      vouched.push({ event, campaign: known })
    }
  }
  return vouched
}

/** The campaigns that stored events belong to: for taking a batch back. */
export async function vouchAgain(tx: pg.ClientBase, chainId: number, events: ChainEvent[]): Promise<VouchedEvent[]> {
  const campaigns = await loadCampaigns(tx, chainId, events)
  return events.map((event) => ({ event, campaign: campaigns.get(event.campaign)! }))
}

async function loadCampaigns(
  tx: pg.ClientBase,
  chainId: number,
  events: ChainEvent[],
): Promise<Map<string, CampaignFacts>> {
  const addresses = [...new Set(events.map((event) => event.campaign))]
  const { rows } = await tx.query({
    name: 'vouch',
    text: `select address, creator_address, goal_wei, total_raised_wei, created_block, created_log_index
           from campaigns where chain_id = $1 and address = any($2)`,
    values: [chainId, addresses],
  })
  return new Map(
    rows.map((row) => [
      row.address,
      {
        address: row.address,
        creator: row.creator_address,
        goalWei: BigInt(row.goal_wei),
        raisedWei: BigInt(row.total_raised_wei),
        createdBlock: row.created_block,
        createdLogIndex: row.created_log_index,
        exists: true,
      },
    ]),
  )
}

function createdCampaign(event: ChainEvent): CampaignFacts {
  return {
    address: event.campaign,
    creator: event.account,
    goalWei: BigInt(event.args['goal']!),
    raisedWei: 0n,
    createdBlock: event.blockNumber,
    createdLogIndex: event.logIndex,
    exists: false,
  }
}

function isAfter(event: ChainEvent, campaign: CampaignFacts): boolean {
  return (
    event.blockNumber > campaign.createdBlock ||
    (event.blockNumber === campaign.createdBlock && event.logIndex > campaign.createdLogIndex)
  )
}
