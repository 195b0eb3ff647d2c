import { type Campaign, type CampaignRow, type CampaignStatus, campaignColumns, toCampaign } from './campaignRow.ts'
import type { ChainPosition } from './getChainPosition.ts'
import type { KeptRows } from './keptRows.ts'
import { type Queryable, runPrepared, sql } from './sql.ts'

/** A row of `campaigns`, which version of it, and what the clock makes of it. */
export interface CampaignVersion {
  address: string
  version: string
  status: CampaignStatus
}

/** What a campaign takes here: its texts of wei and addresses. */
const ROW_BYTES = 1_500

/** Campaigns in the order asked for; those that are kept are not read again. One that is gone meanwhile is left out. */
export async function readCampaigns(
  db: Queryable,
  chain: ChainPosition,
  { campaigns }: KeptRows,
  wanted: readonly CampaignVersion[],
): Promise<Campaign[]> {
  const keyOf = (address: string) => `${chain.chainId} ${address}`
  const found = new Map<string, Campaign>()
  const missing: string[] = []
  for (const { address, version } of wanted) {
    const campaign = campaigns.get(keyOf(address), version)
    if (campaign) found.set(address, campaign)
    else missing.push(address)
  }
  if (missing.length > 0) {
    const rows = await runPrepared<CampaignRow & { version: string }>(
      db,
      sql`select ${campaignColumns(chain.clockTs)}, c.xmin::text as version from campaigns c
        where c.chain_id = ${chain.chainId} and c.address = any(${missing})`,
    )
    for (const row of rows) {
      const campaign = toCampaign(row)
      campaigns.set(keyOf(row.address), row.version, campaign, ROW_BYTES + row.cid.length * 2)
      found.set(row.address, campaign)
    }
  }
  return wanted.flatMap(({ address, status }) => {
    const campaign = found.get(address)
    // A deadline past what a double holds lies behind any clock.
    const accepts_donations = campaign && !campaign.withdrawn && secondsOf(campaign) > chain.clockTs
    return campaign === undefined ? [] : [{ ...campaign, status, accepts_donations: accepts_donations! }]
  })
}

const secondsOf = ({ deadline_ts }: Campaign) =>
  typeof deadline_ts === 'number' ? deadline_ts : Number(deadline_ts.rawJSON)
