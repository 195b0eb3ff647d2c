import { isShown } from './campaignFilters.ts'
import { statusAt } from './campaignRow.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { type Queryable, type Sql, sql } from './sql.ts'
import { walkRows } from './walkRows.ts'

export const EXPORTS = ['campaigns', 'contributions', 'events'] as const
export type Export = (typeof EXPORTS)[number]

/** One value of a row: amounts and times as text, exactly. */
export type ExportValue = string | number | boolean | null
export type ExportRow = Record<string, ExportValue>

const iso = (column: Sql) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

function statementOf(name: Export, chain: ChainPosition, campaign: string | undefined): Sql {
  const { chainId, clockTs } = chain
  switch (name) {
    case 'campaigns':
      return sql`select c.chain_id, c.address, c.factory_address, c.creator_address, c.goal_wei, c.deadline_ts, c.cid,
          ${statusAt(clockTs)} as status, c.total_raised_wei, c.total_refunded_wei, c.withdrawn, c.withdrawn_amount_wei,
          c.donors_count, c.donations_count, c.created_block, ${iso(sql`c.created_at`)} as created_at,
          ${iso(sql`c.updated_at`)} as updated_at, m.name, m.category
        from campaigns c left join campaign_metadata m on m.chain_id = c.chain_id and m.campaign_address = c.address
          and m.cid = c.cid and m.state = 'resolved'
        where c.chain_id = ${chainId} and ${isShown(chainId)} order by c.created_at, c.address`
    case 'contributions':
      return sql`select d.chain_id, d.campaign_address, d.donor_address, d.contributed_wei, d.refunded_wei,
          d.contributed_wei - d.refunded_wei as net_contributed_wei, d.donations_count,
          ${iso(sql`d.created_at`)} as created_at, ${iso(sql`d.updated_at`)} as updated_at
        from contributions d where d.chain_id = ${chainId} and ${isShown(chainId, sql`d.campaign_address`)}
          ${campaign === undefined ? sql`` : sql`and d.campaign_address = ${campaign}`}
        order by d.campaign_address, d.donor_address`
    case 'events':
      return sql`select e.id, e.chain_id, e.block_number, e.block_hash, e.tx_hash, e.log_index, e.address, e.event_name,
          e.campaign_address, e.account_address, e.amount_wei, e.event_data::text as event_data, e.removed,
          ${iso(sql`e.created_at`)} as created_at
        from events e where e.chain_id = ${chainId} and ${isShown(chainId, sql`e.campaign_address`)}
        order by e.block_number, e.log_index, e.id`
  }
}

/** All rows, in a fixed order. `campaign`: of contributions, those to this one alone. @param db of a snapshot */
export function exportRows(
  db: Queryable,
  chain: ChainPosition,
  name: Export,
  campaign?: string,
): AsyncGenerator<ExportRow[]> {
  return walkRows<ExportRow>(db, statementOf(name, chain, campaign))
}
