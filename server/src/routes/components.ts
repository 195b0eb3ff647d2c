import type { TSchema } from 'typebox'
import { Account, SignIn, SiweNonce, TokenAnswer } from './auth/schemas.ts'
import {
  Campaign,
  CampaignDetail,
  CampaignList,
  CampaignSearch,
  CampaignTimeseries,
  Contribution,
  ContributionList,
  Donation,
  DonationList,
  DonorContribution,
  DonorContributionList,
  FoundCampaign,
  Metadata,
  MetadataSummary,
} from './campaigns/schemas.ts'
import { Chain, SyncState } from './chains/schemas.ts'
import { Event, EventList } from './events/schemas.ts'
import { Liveness, ReadinessAnswer } from './health/healthRoutes.ts'
import { Problem } from './schemas.ts'
import {
  CampaignLeader,
  CampaignLeaderboard,
  CategoryList,
  CreatorStats,
  DonorLeaderboard,
  PlatformStats,
  PlatformTimeseries,
  Trending,
  TrendingCampaign,
} from './stats/schemas.ts'

/** Every schema that has a name in the OpenAPI document. */
export const components: readonly TSchema[] = [
  Chain,
  SyncState,
  Campaign,
  CampaignDetail,
  CampaignList,
  FoundCampaign,
  CampaignSearch,
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
  TrendingCampaign,
  Trending,
  CampaignLeader,
  CampaignLeaderboard,
  DonorLeaderboard,
  CategoryList,
  Account,
  TokenAnswer,
  SignIn,
  SiweNonce,
  Liveness,
  ReadinessAnswer,
  Problem,
]
