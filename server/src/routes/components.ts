import type { TSchema } from 'typebox'
import { AuditEntry, AuditList } from './admin/audit/schemas.ts'
import { AdminCampaign, AdminCampaignDetail, AdminCampaignList } from './admin/campaigns/schemas.ts'
import { BlockedCreator, BlockedCreatorList } from './admin/creators/schemas.ts'
import { Featured, FeaturedList } from './admin/featured/schemas.ts'
import { Job, JobList } from './admin/jobs/schemas.ts'
import { AdminContribution, AdminContributionList } from './admin/ledger/schemas.ts'
import { AdminMetadata, AdminMetadataDetail, AdminMetadataList } from './admin/metadata/schemas.ts'
import { Overview } from './admin/overview/schemas.ts'
import { AdminDeadLetter, AdminDeadLetterDetail, DeadLetterList } from './admin/pipeline/deadLetterSchemas.ts'
import {
  AdminChain,
  AdminChainList,
  ChainFigures,
  Consumer,
  Queue,
  QueueList,
  RpcEndpoint,
} from './admin/pipeline/schemas.ts'
import { VerifyRun, VerifyRunDetail, VerifyRunList } from './admin/pipeline/verifyRunSchemas.ts'
import { AdminReport, AdminReportList, Report } from './admin/reports/schemas.ts'
import { AdminUser, AdminUserList, NewPassword } from './admin/users/schemas.ts'
import { Account, SignIn, SiweNonce, TokenAnswer } from './auth/schemas.ts'
import {
  Campaign,
  CampaignDetail,
  CampaignFacets,
  CampaignGifts,
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
  CampaignFacets,
  CampaignGifts,
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
  AdminCampaign,
  AdminCampaignDetail,
  AdminCampaignList,
  Featured,
  FeaturedList,
  AdminMetadata,
  AdminMetadataDetail,
  AdminMetadataList,
  Job,
  JobList,
  AdminContribution,
  AdminContributionList,
  Report,
  AdminReport,
  AdminReportList,
  BlockedCreator,
  BlockedCreatorList,
  ChainFigures,
  AdminChain,
  AdminChainList,
  Queue,
  QueueList,
  Consumer,
  RpcEndpoint,
  Overview,
  AdminDeadLetter,
  AdminDeadLetterDetail,
  DeadLetterList,
  VerifyRun,
  VerifyRunDetail,
  VerifyRunList,
  AdminUser,
  AdminUserList,
  NewPassword,
  AuditEntry,
  AuditList,
]
