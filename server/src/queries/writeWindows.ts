import type pg from 'pg'

export const PERIODS = { '24h': 24, '7d': 7 * 24, '30d': 30 * 24 } as const
export type Period = keyof typeof PERIODS

/**
 * Brings `period_campaigns` and `period_donors` to what the windows hold as of a clock. The events of the longest window are read once
 * for all of them, and only rows that changed are written: as windows move, that is few of very many.
 */
export async function writeWindows(tx: pg.PoolClient, chainId: number, clockTs: number): Promise<void> {
  const since = Object.values(PERIODS).map((hours) => new Date((clockTs - hours * 3600) * 1000))
  await tx.query(WINDOWS, [chainId, ...since])
}

const SINCE = ['$2', '$3', '$4'] as const
const periods = Object.keys(PERIODS) as Period[]
const given = "event_name = 'DonationReceived'"

/** Of a pair of campaign and donor: of each window the donations, what they gave, and what was refunded. */
const pairColumns = periods.map(
  (_, i) => `count(*) filter (where ${given} and created_at > ${SINCE[i]}) as donations_${i},
      coalesce(sum(amount_wei) filter (where ${given} and created_at > ${SINCE[i]}), 0) as wei_${i},
      coalesce(sum(amount_wei) filter (where event_name = 'Refunded' and created_at > ${SINCE[i]}), 0) as refunded_${i}`,
)
const pairWindows = periods.map((period, i) => `('${period}', donations_${i}, wei_${i}, refunded_${i})`)

const WINDOWS = `
  with pairs as materialized (
    select campaign_address, account_address as donor_address, ${pairColumns.join(', ')}
    from events
    where chain_id = $1 and created_at > $4 and event_name in ('DonationReceived', 'Refunded') and not removed
    group by campaign_address, account_address
  ), gifts as materialized (
    select campaign_address, donor_address, w.*
    from pairs cross join lateral (values ${pairWindows.join(', ')}) as w (period, donations, wei, refunded)
    where donations > 0 or refunded > 0
  ), campaigns_now as materialized (
    select g.period, g.campaign_address, sum(donations) as donations_count, count(*) as donors_count, sum(wei) as raised_wei,
      round(coalesce(sum(sqrt(wei::float8 / 1e18)) filter (where g.donor_address <> c.creator_address), 0)::numeric, 6) as trend
    from gifts g join campaigns c on c.chain_id = $1 and c.address = g.campaign_address
    where donations > 0 group by 1, 2
  ), donors_now as materialized (
    select period, donor_address, sum(wei) as contributed_wei, sum(refunded) as refunded_wei,
      count(*) filter (where donations > 0) as campaigns_count
    from gifts group by 1, 2
  ), ${changes('period_campaigns', 'campaigns_now', 'campaign_address', 'donations_count, donors_count, raised_wei, trend')},
  ${changes('period_donors', 'donors_now', 'donor_address', 'contributed_wei, refunded_wei, campaigns_count')}
  select 1`

/** What makes the rows of a table those of `now`; it touches no other. */
function changes(table: string, now: string, address: string, columns: string): string {
  const same = `p.chain_id = $1 and p.period = n.period and p.${address} = n.${address}`
  const of = (name: string) => columns.replaceAll(/\w+/g, (column) => `${name}.${column}`)
  return `${table}_gone as (
    delete from ${table} p where chain_id = $1 and not exists (select from ${now} n where ${same})
  ), ${table}_changed as (
    update ${table} p set (${columns}) = row (${of('n')}) from ${now} n
    where ${same} and (${of('p')}) is distinct from (${of('n')})
  ), ${table}_new as (
    insert into ${table} (chain_id, period, ${address}, ${columns})
    select $1, n.period, n.${address}, ${of('n')} from ${now} n where not exists (select from ${table} p where ${same})
  )`
}
