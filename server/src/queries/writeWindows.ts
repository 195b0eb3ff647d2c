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

/**
 * Of each campaign and of each donor, what the windows hold, beside each other: told apart only afterwards, there are half as many rows to
 * add up. Sums of nothing are not begun, as each keeps a state of its own.
 */
const campaignColumns = periods.map(
  (_, i) => `sum(donations_${i}) as donations_${i}, count(*) filter (where donations_${i} > 0) as donors_${i},
      sum(wei_${i}) filter (where wei_${i} > 0) as wei_${i},
      sum(sqrt(wei_${i}::float8 / 1e18)) filter (where wei_${i} > 0 and p.donor_address <> c.creator_address) as trend_${i}`,
)
const donorColumns = periods.map(
  (_, i) => `count(*) filter (where donations_${i} > 0) as campaigns_${i},
      sum(wei_${i}) filter (where wei_${i} > 0) as wei_${i}, sum(refunded_${i}) filter (where refunded_${i} > 0) as refunded_${i}`,
)
const windows = (...names: string[]) =>
  periods.map((period, i) => `('${period}', ${names.map((name) => `${name}_${i}`).join(', ')})`).join(', ')

const WINDOWS = `
  with pairs as materialized (
    select campaign_address, account_address as donor_address, ${pairColumns.join(', ')}
    from events
    where chain_id = $1 and created_at > $4 and event_name in ('DonationReceived', 'Refunded') and not removed
    group by campaign_address, account_address
  ), of_campaigns as (
    select p.campaign_address, ${campaignColumns.join(', ')}
    from pairs p join campaigns c on c.chain_id = $1 and c.address = p.campaign_address group by 1
  ), campaigns_now as materialized (
    select w.period, campaign_address, w.donations as donations_count, w.donors as donors_count, coalesce(w.wei, 0) as raised_wei,
      round(coalesce(w.trend, 0)::numeric, 6) as trend
    from of_campaigns cross join lateral (
      values ${windows('donations', 'donors', 'wei', 'trend')}) as w (period, donations, donors, wei, trend)
    where w.donors > 0
  ), of_donors as (
    select donor_address, ${donorColumns.join(', ')} from pairs group by 1
  ), donors_now as materialized (
    select w.period, donor_address, coalesce(w.wei, 0) as contributed_wei, coalesce(w.refunded, 0) as refunded_wei,
      w.campaigns as campaigns_count
    from of_donors cross join lateral (
      values ${windows('wei', 'refunded', 'campaigns')}) as w (period, wei, refunded, campaigns)
    where w.campaigns > 0 or w.refunded > 0
  ), ${changes('period_campaigns', 'campaigns_now', 'campaign_address', 'donations_count, donors_count, raised_wei, trend')},
  ${changes('period_donors', 'donors_now', 'donor_address', 'contributed_wei, refunded_wei, campaigns_count')}
  select 1`

/** What makes the rows of a table those of `now`; it touches no other. Very many new ones go in by their key, which is twice as quick. */
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
    order by n.period, n.${address}
  )`
}
