import { type CampaignFilters, isShown } from './campaignFilters.ts'
import type { CampaignOrdering } from './campaignOrderings.ts'
import { campaignOrdering } from './campaignOrderings.ts'
import { asItIs, countCounted, countedConditions } from './countedCampaigns.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { orderBy } from './paging.ts'
import { firstOf, join, type Queryable, runPrepared, type Sql, sql, unseen } from './sql.ts'

/** Where a page of campaigns `c` is read from. */
interface Source {
  given: Sql
  from: Sql
  where: Sql[]
  total: Sql
}

/**
 * Campaigns that pass filters which the counts can answer, where no index has both the filters and the order. How many pass is counted
 * first; that decides what is read: all that pass, by key, to be ordered; or campaigns in their order until enough of them passed.
 *
 * @param needed rows from the first one to the last one that the page needs
 */
export async function foundByKind(
  db: Queryable,
  chain: ChainPosition,
  { filters, ordering, needed }: { filters: CampaignFilters; ordering: CampaignOrdering; needed: number },
): Promise<Source | undefined> {
  const { chainId, clockTs } = chain
  const isOpen = ordering.endsWith('ending_soon')
  const counted = countCounted(chain, filters, { isOpen })
  if (counted === undefined) return undefined
  // In the order of deadlines those that are over come first, or last: where none of them passes they are not looked through.
  const areOpen =
    isOpen || (ordering.endsWith('deadline_ts') && filters.status?.every((one) => one === 'ACTIVE') === true)
  const stillOpen = areOpen ? sql`and c.deadline_ts > ${unseen(sql`${String(clockTs)}::numeric`)}` : sql``
  const lookedThrough = areOpen
    ? countCounted(chain, {}, { isOpen: true })!
    : sql`select campaigns_count from platform_totals where chain_id = ${chainId}`
  const [known] = await runPrepared<{ passing: number; all: number }>(
    db,
    sql`select (${counted}) as passing,
      coalesce((${lookedThrough}), 0) as all`,
  )
  const { passing, all } = known!
  const conditions = join(
    [
      sql`k.chain_id = ${chainId}`,
      isShown(chainId, sql`k.campaign_address`),
      ...countedConditions(chain, filters, asItIs)!,
      ...(isOpen ? [sql`k.outcome <> 2`, asItIs(0, String(clockTs))] : []),
    ],
    ' and ',
  )
  const found = sql`from counted_campaigns k where ${conditions}`
  const inOrder = (passes: Sql) =>
    firstOf(
      sql`select c.chain_id, c.address from campaigns c where c.chain_id = ${chainId} ${stillOpen} and ${passes}
        order by ${orderBy(campaignOrdering(ordering))}`,
      needed,
    )
  const ways: Record<Way, { given: Sql; places: Sql }> = {
    byKey: {
      given: sql`with found as materialized (select k.chain_id, k.campaign_address as address ${found} ${mostOf(ordering, needed)})`,
      places: sql`table found`,
    },
    // Within "coalesce" the planner makes neither a join, so that the order of the index stays.
    amongFound: {
      given: sql``,
      places: inOrder(sql`coalesce(c.address in (select k.campaign_address ${found}), false)`),
    },
    eachLookedUp: {
      given: sql``,
      places: inOrder(sql`coalesce((select true ${found} and k.campaign_address = c.address limit 1), false)`),
    },
  }
  const { given, places } = ways[wayOf(ordering, passing, all, needed)]
  return {
    given,
    // With "limit 1" each is looked up by its key: the planner would rather read all campaigns than so many.
    from: sql`(${places}) k cross join lateral (
      select * from campaigns c where c.chain_id = k.chain_id and c.address = k.address limit 1) c`,
    where: [],
    total: sql`select ${passing}::bigint`,
  }
}

const isByRaised = (ordering: CampaignOrdering) => ordering.endsWith('total_raised_wei')

/** Of what is found, those that come first: where they are ordered by what they raised, all who may be among so many, by about how much. */
function mostOf(ordering: CampaignOrdering, needed: number): Sql {
  if (!isByRaised(ordering)) return sql``
  return sql`order by k.raised ${campaignOrdering(ordering).descending ? sql`desc` : sql`asc`} fetch first (${unseen(sql`${needed}::bigint`)}) rows with ties`
}

type Way = 'byKey' | 'amongFound' | 'eachLookedUp'

/**
 * Microseconds, as measured: to find one that passes, to read it by key (three to five, as much is in the processor's caches), to go on by one
 * in an index, to look one up there.
 */
const COST = { find: 0.25, read: 4, step: 0.13, lookUp: 2.3 }
/** Such a share raised about as much as another one, at a guess. */
const ABOUT_AS_MUCH = 0.03
/**
 * More are not looked for among those found: what does not fit into `work_mem` PostgreSQL finds again for each campaign (116,000 fit by default, at
 * the least).
 */
const MOST_FOUND = 50_000

export function wayOf(ordering: CampaignOrdering, passing: number, all: number, needed: number): Way {
  // The order of the home page has no index.
  if (passing === 0 || ordering.endsWith('featured')) return 'byKey'
  const steps = Math.min(all, (needed * all) / passing)
  const page = Math.min(passing, needed) * COST.read
  const read = isByRaised(ordering) ? Math.min(passing, needed + passing * ABOUT_AS_MUCH) : passing
  const costs: [Way, number][] = [
    ['byKey', passing * COST.find + read * COST.read],
    ['amongFound', passing > MOST_FOUND ? Number.POSITIVE_INFINITY : passing * COST.find + steps * COST.step + page],
    ['eachLookedUp', steps * (COST.step + COST.lookUp) + page],
  ]
  return costs.reduce((least, one) => (one[1] < least[1] ? one : least))[0]
}
