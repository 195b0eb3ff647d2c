import type { TSchema } from 'typebox'
import {
  Campaign,
  CampaignDetail,
  CampaignList,
  CampaignTimeseries,
  Contribution,
  ContributionList,
  Donation,
  DonationList,
  DonorContribution,
  DonorContributionList,
  Metadata,
  MetadataSummary,
} from './campaigns/schemas.ts'
import { Chain, SyncState } from './chains/schemas.ts'
import { Event, EventList } from './events/schemas.ts'
import { Liveness, ReadinessAnswer } from './health/healthRoutes.ts'
import { Problem } from './schemas.ts'
import { CreatorStats, PlatformStats, PlatformTimeseries } from './stats/schemas.ts'

/** Every schema that has a name in the OpenAPI document. */
export const components: readonly TSchema[] = [
  Chain,
  SyncState,
  Campaign,
  CampaignDetail,
  CampaignList,
  MetadataSummary,
  Metadata,
  Contribution,
  ContributionList,
  DonorContribution,
  DonorContributionList,
  Donation,
  DonationList,
  CampaignTimeseries,
  Event,
  EventList,
  PlatformStats,
  CreatorStats,
  PlatformTimeseries,
  Liveness,
  ReadinessAnswer,
  Problem,
]
