import type pg from 'pg'
import { addressOf, CHAIN_ID, hashOf, OTHER_CHAIN_ID, totals, type WorldCampaign } from './world.ts'

export const HEAD_BLOCK = 200
export const FINALIZED_BLOCK = 60

type Row = Record<string, unknown>

/** Puts a world into the tables, rollups included, as the consumer would have. */
export async function insertWorld(pool: pg.Pool, world: readonly WorldCampaign[]): Promise<void> {
  for (const chainId of [CHAIN_ID, OTHER_CHAIN_ID]) {
    const campaigns = world.filter((campaign) => campaign.chain_id === chainId)
    await insertChain(pool, chainId)
    await insert(pool, 'campaigns', campaigns.map(campaignRow))
    await insert(pool, 'campaign_metadata', campaigns.flatMap(metadataRows))
    await insert(pool, 'contributions', campaigns.flatMap(contributionRows))
    await insert(pool, 'events', eventRows(campaigns))
    await insert(pool, 'campaign_hours', campaigns.flatMap(hourRows))
    await insert(pool, 'platform_totals', [totalsRow(chainId, campaigns)])
    await insert(pool, 'platform_days', dayRows(chainId, campaigns))
    await insert(pool, 'creators', creatorRows(chainId, campaigns))
  }
}

/** The event of a gift of one ETH, but for what is said otherwise; nothing adds it up. */
export const giftEvent = (campaign: string, block: number, otherwise: Row): Row => ({
  chain_id: CHAIN_ID,
  campaign_address: campaign,
  block_number: block,
  block_hash: hashOf('b', block),
  tx_hash: hashOf('7e', block),
  log_index: 0,
  address: campaign,
  event_name: 'DonationReceived',
  account_address: addressOf('d7', 0),
  amount_wei: 10n ** 18n,
  event_data: {},
  removed: false,
  ...otherwise,
})

async function insertChain(pool: pg.Pool, chainId: number): Promise<void> {
  await insert(pool, 'chains', [
    {
      chain_id: chainId,
      name: `Chain ${chainId}`,
      native_symbol: 'ETH',
      factory_addresses: ['0x5fbdb2315678afecb367f032d93f642f64180aa3'],
      start_block: 0,
      created_at: '2026-01-01T00:00:00Z',
      updated_at: '2026-01-01T00:00:00Z',
    },
  ])
  const position = { chain_id: chainId, last_block: HEAD_BLOCK, last_block_hash: hashOf('b', HEAD_BLOCK) }
  const now = new Date().toISOString()
  await insert(pool, 'sync_state', [
    {
      ...position,
      epoch: 0,
      seq: 1,
      chain_head: HEAD_BLOCK,
      chain_head_time: '2026-03-01T00:00:00Z',
      finalized_block: FINALIZED_BLOCK,
      catch_up_from: 0,
      catch_up_started_at: now,
      updated_at: now,
    },
  ])
  await insert(pool, 'consumer_state', [
    {
      ...position,
      partition: 0,
      partitions: 1,
      epoch: 0,
      seq: 1,
      last_block_time: '2026-03-01T00:00:00Z',
      updated_at: now,
    },
  ])
}

/** Inserts plain rows; wei as text or bigint. */
export async function insert(pool: pg.Pool, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0]!).join(', ')
  const json = JSON.stringify(rows, (_key, value) => (typeof value === 'bigint' ? String(value) : value))
  await pool.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [json],
  )
}

function campaignRow(campaign: WorldCampaign): Row {
  const { raised, refunded, donors } = totals(campaign)
  return {
    chain_id: campaign.chain_id,
    address: campaign.address,
    factory_address: campaign.factory_address,
    creator_address: campaign.creator_address,
    goal_wei: campaign.goal_wei,
    deadline_ts: campaign.deadline_ts,
    cid: campaign.cid,
    total_raised_wei: raised,
    total_refunded_wei: refunded,
    withdrawn: campaign.withdrawn,
    withdrawn_amount_wei: campaign.withdrawn ? raised : 0n,
    donors_count: donors,
    donations_count: campaign.donations.length,
    events_count: campaign.donations.length + 1,
    created_block: campaign.created_block,
    created_log_index: 0,
    created_at: campaign.created_at,
    updated_at: campaign.created_at,
  }
}

function metadataRows(campaign: WorldCampaign): Row[] {
  if (campaign.metadata === null) return []
  const { metadata } = campaign
  return [
    {
      chain_id: campaign.chain_id,
      campaign_address: campaign.address,
      ...metadata,
      short_description: 'Short.',
      description: 'Long.',
      raw_json: { name: metadata.name, huge: 1 },
      verified: metadata.state === 'resolved',
      attempts: 1,
      last_error: metadata.state === 'failed' ? 'Gateway https://gw.internal.example:8080 answered status 500.' : null,
      ipfs_fetched_at: metadata.state === 'resolved' ? '2026-02-01T00:00:00Z' : null,
      created_at: '2026-02-01T00:00:00Z',
      updated_at: '2026-02-01T00:00:00Z',
    },
  ]
}

function contributionRows(campaign: WorldCampaign): Row[] {
  const donors = Map.groupBy(campaign.donations, (donation) => donation.donor_address)
  return [...donors].map(([donor, donations]) => {
    const times = donations.map(({ at }) => at).sort((a, b) => a.getTime() - b.getTime())
    return {
      chain_id: campaign.chain_id,
      campaign_address: campaign.address,
      donor_address: donor,
      contributed_wei: sum(donations.map((one) => one.amount_wei)),
      refunded_wei: sum(donations.filter((one) => one.refunded).map((one) => one.amount_wei)),
      donations_count: donations.length,
      created_at: times[0],
      updated_at: times.at(-1),
    }
  })
}

function eventRows(campaigns: readonly WorldCampaign[]): Row[] {
  return campaigns.flatMap((campaign, i) => {
    const common = { chain_id: campaign.chain_id, campaign_address: campaign.address }
    const created = {
      ...common,
      block_number: campaign.created_block,
      block_hash: hashOf('b', campaign.created_block),
      tx_hash: hashOf('tc', i),
      log_index: 10_000 + i,
      address: campaign.factory_address,
      event_name: 'CampaignCreated',
      account_address: campaign.creator_address,
      amount_wei: null,
      event_data: { campaign: campaign.address, goal: String(campaign.goal_wei), cid: campaign.cid },
      removed: false,
      created_at: campaign.created_at,
    }
    const donations = campaign.donations.flatMap((donation) => {
      const row = {
        ...common,
        block_number: donation.block_number,
        block_hash: hashOf('b', donation.block_number),
        tx_hash: hashOf('t', donation.log_index),
        log_index: donation.log_index,
        address: campaign.address,
        event_name: 'DonationReceived',
        account_address: donation.donor_address,
        amount_wei: donation.amount_wei,
        event_data: { donor: donation.donor_address, amount: String(donation.amount_wei) },
        removed: false,
        created_at: donation.at,
      }
      // Every fifth was mined in another block first, which a reorg took away.
      return donation.log_index % 5 === 0
        ? [row, { ...row, block_hash: hashOf('f', donation.block_number), removed: true }]
        : [row]
    })
    return [created, ...donations]
  })
}

function hourRows(campaign: WorldCampaign): Row[] {
  const hours = Map.groupBy(campaign.donations, ({ at }) => Math.floor(at.getTime() / 3_600_000))
  return [...hours].map(([hour, donations]) => ({
    chain_id: campaign.chain_id,
    campaign_address: campaign.address,
    hour: new Date(hour * 3_600_000),
    raised_wei: sum(donations.map((one) => one.amount_wei)),
    donations_count: donations.length,
    refunded_wei: 0n,
    refunds_count: 0,
  }))
}

function totalsRow(chainId: number, campaigns: readonly WorldCampaign[]): Row {
  const donations = campaigns.flatMap((campaign) => campaign.donations)
  return {
    chain_id: chainId,
    campaigns_count: campaigns.length,
    funded_count: campaigns.filter(isFunded).length,
    withdrawn_count: campaigns.filter((campaign) => campaign.withdrawn).length,
    contributions_count: campaigns.flatMap(contributionRows).length,
    donors_count: new Set(donations.map((one) => one.donor_address)).size,
    donations_count: donations.length,
    refunds_count: 0,
    events_count: donations.length + campaigns.length,
    ...sums(campaigns),
  }
}

function creatorRows(chainId: number, all: readonly WorldCampaign[]): Row[] {
  const creators = Map.groupBy(all, (campaign) => campaign.creator_address)
  return [...creators].map(([creator, campaigns]) => ({
    chain_id: chainId,
    creator_address: creator,
    campaigns_count: campaigns.length,
    funded_count: campaigns.filter(isFunded).length,
    withdrawn_count: campaigns.filter((campaign) => campaign.withdrawn).length,
    ...sums(campaigns),
  }))
}

function dayRows(chainId: number, campaigns: readonly WorldCampaign[]): Row[] {
  const dayOf = (at: Date) => at.toISOString().slice(0, 10)
  const donations = campaigns.flatMap((campaign) => campaign.donations)
  const firsts = new Map<string, string>()
  for (const { donor_address, at } of donations) {
    const first = firsts.get(donor_address)
    if (first === undefined || dayOf(at) < first) firsts.set(donor_address, dayOf(at))
  }
  const days = new Set([...campaigns.map((one) => dayOf(one.created_at)), ...donations.map((one) => dayOf(one.at))])
  return [...days].map((day) => {
    const given = donations.filter((one) => dayOf(one.at) === day)
    return {
      chain_id: chainId,
      day,
      campaigns_count: campaigns.filter((one) => dayOf(one.created_at) === day).length,
      donations_count: given.length,
      refunds_count: 0,
      withdrawals_count: 0,
      new_donors_count: [...firsts.values()].filter((first) => first === day).length,
      raised_wei: sum(given.map((one) => one.amount_wei)),
      refunded_wei: 0n,
      withdrawn_wei: 0n,
    }
  })
}

function sums(campaigns: readonly WorldCampaign[]): Row {
  return {
    goal_wei: sum(campaigns.map((campaign) => campaign.goal_wei)),
    raised_wei: sum(campaigns.map((campaign) => totals(campaign).raised)),
    refunded_wei: sum(campaigns.map((campaign) => totals(campaign).refunded)),
    withdrawn_wei: sum(campaigns.filter((one) => one.withdrawn).map((one) => totals(one).raised)),
  }
}

const isFunded = (campaign: WorldCampaign) => totals(campaign).raised >= campaign.goal_wei
const sum = (amounts: bigint[]) => amounts.reduce((all, one) => all + one, 0n)
