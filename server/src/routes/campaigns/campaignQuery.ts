import { type Static, type TObject, Type } from 'typebox'
import { CATEGORIES } from '../../metadata/categories.ts'
import { ProblemError } from '../../plugins/problems.ts'
import type { CampaignFilters } from '../../queries/campaignFilters.ts'
import { CAMPAIGN_ORDERINGS, type CampaignOrdering } from '../../queries/campaignOrderings.ts'
import { addressParameter, chainQuery, flag, pageQuery, query, textParameter, uint256Parameter } from '../parameters.ts'
import { campaignStatus } from '../schemas.ts'

const DEFAULT_ORDERING: CampaignOrdering = '-created_at'
const percentage = (description: string) => Type.Number({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description })

export const campaignFilterParameters = {
  status: Type.Optional(
    Type.Array(campaignStatus, { description: 'One or several, comma-separated; any letter case' }),
  ),
  creator_address: Type.Optional(addressParameter('Made by')),
  factory_address: Type.Optional(addressParameter('Made with this factory')),
  min_goal: Type.Optional(uint256Parameter('Goal at least, in wei')),
  max_goal: Type.Optional(uint256Parameter('Goal at most, in wei')),
  min_raised: Type.Optional(uint256Parameter('Raised at least, in wei')),
  max_raised: Type.Optional(uint256Parameter('Raised at most, in wei')),
  min_progress: Type.Optional(percentage('Percent of the goal at least')),
  max_progress: Type.Optional(percentage('Percent of the goal at most')),
  has_withdrawn: Type.Optional(flag('Whether the creator has withdrawn')),
  deadline_before: Type.Optional(uint256Parameter('Deadline at this unix second or before')),
  deadline_after: Type.Optional(uint256Parameter('Deadline at this unix second or after')),
  category: Type.Optional(
    Type.Array(Type.Enum([...CATEGORIES], { type: 'string' }), {
      description: 'One or several, comma-separated; any letter case',
    }),
  ),
  tag: Type.Optional(textParameter('Has exactly this tag')),
  location: Type.Optional(textParameter('These words stand in its location; any letter case')),
  q: Type.Optional(
    textParameter('Text: words, "a phrase", -not, or; an address or a CID goes straight to its campaigns'),
  ),
  has_metadata: Type.Optional(flag('Whether its metadata is resolved')),
  featured: Type.Optional(
    flag('Whether the staff put it on the home page; true orders by `featured` unless told otherwise'),
  ),
}

const presentation = {
  ordering: Type.Optional(
    Type.Enum([...CAMPAIGN_ORDERINGS], {
      type: 'string',
      default: DEFAULT_ORDERING,
      description:
        '- reverses. ending_soon lists those that still take donations alone, the nearest deadline first; trending is by what seven days brought; featured is the order of the home page; relevance goes with q. Ties are broken by address.',
    }),
  ),
  include_metadata: Type.Optional(flag('Nests the metadata')),
}

export const campaignQuery = query({ ...campaignFilterParameters, ...presentation, ...chainQuery, ...pageQuery })

/** Which campaigns are counted; nothing about how they would be shown. */
export const facetQuery = query({ ...campaignFilterParameters, ...chainQuery })

const { creator_address: _, ...filtersOfCreator } = campaignFilterParameters
export const creatorCampaignQuery = query({ ...filtersOfCreator, ...presentation, ...chainQuery, ...pageQuery })

/** @throws ProblemError for relevance without a search */
export function orderingOf(
  given: { ordering?: string; q?: string; featured?: boolean },
  fallback = DEFAULT_ORDERING,
): CampaignOrdering {
  const ordering = (given.ordering ?? (given.featured ? 'featured' : fallback)) as CampaignOrdering
  if (ordering.endsWith('relevance') && given.q === undefined) {
    const message = 'must be another one without q: relevance is to a search'
    throw new ProblemError('validation_failed', `ordering ${message}.`, {
      members: { errors: [{ path: 'ordering', message }] },
    })
  }
  return ordering
}

const { q: _q, ...filtersOfSearch } = campaignFilterParameters
export const searchQuery = query({
  q: textParameter('Words, "a phrase", -not, or; an address or a CID goes straight to its campaigns'),
  ...filtersOfSearch,
  ...presentation,
  ...chainQuery,
  ...pageQuery,
})

export function filtersOf(given: Static<TObject<typeof campaignFilterParameters>>): CampaignFilters {
  return {
    status: given.status,
    creatorAddress: given.creator_address,
    factoryAddress: given.factory_address,
    minGoalWei: given.min_goal,
    maxGoalWei: given.max_goal,
    minRaisedWei: given.min_raised,
    maxRaisedWei: given.max_raised,
    minProgress: given.min_progress,
    maxProgress: given.max_progress,
    hasWithdrawn: given.has_withdrawn,
    deadlineBefore: given.deadline_before,
    deadlineAfter: given.deadline_after,
    category: given.category,
    tag: given.tag,
    location: given.location,
    hasMetadata: given.has_metadata,
    featured: given.featured,
  }
}
