import { type Sql, sql } from './sql.ts'

/** How many campaigns of a chain are shown: of the rollup, less the few that are hidden. */
export function countShown(chainId: number): Sql {
  return sql`select (select campaigns_count from platform_totals where chain_id = ${chainId})
    - (select count(*) from hidden_campaigns h join campaigns c on c.chain_id = h.chain_id
        and c.address = h.campaign_address where h.chain_id = ${chainId})`
}
