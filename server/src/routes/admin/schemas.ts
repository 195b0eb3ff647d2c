import { Type } from 'typebox'
import { CampaignDetail, Contribution, Metadata, MetadataSummary } from '../campaigns/schemas.ts'
import {
  address,
  bigInteger,
  component,
  count,
  isoTime,
  listOf,
  nullable,
  optionalText,
  ref,
  text,
} from '../schemas.ts'

const rowId = Type.Integer({ minimum: 1, description: 'Names the row' })
const chainId = Type.Integer({ examples: [31337] })
const seconds = (description: string) => Type.Number({ minimum: 0, description })
const oneOf = <T extends string>(members: readonly T[], description: string) =>
  Type.Enum([...members], { type: 'string', description })

export const METADATA_STATES = ['absent', 'pending', 'resolved', 'failed'] as const
export const metadataState = oneOf(METADATA_STATES, 'absent: the campaign names no CID')

const { metadata: _, ...campaignFacts } = CampaignDetail.properties
const moderationFields = {
  metadata_state: metadataState,
  last_error: optionalText('Why the metadata could not be had, or could not be read again'),
  hidden: Type.Boolean({ description: 'By itself or with its creator' }),
  hidden_reason: optionalText('What visitors are told'),
  hidden_at: nullable(isoTime('When it was hidden, or its creator blocked')),
  featured_position: nullable(count('Its place on the home page, from 1; null: none')),
  reports_open: count('Reports of visitors that nobody has looked at'),
  creator_blocked: Type.Boolean({ description: 'All campaigns of its creator are hidden' }),
  countdown_seconds: bigInteger('Until the deadline; 0 when it has passed'),
}
export const AdminCampaign = component('AdminCampaign', {
  id: text('The address'),
  ...campaignFacts,
  ...moderationFields,
  metadata: nullable(ref(MetadataSummary)),
})
export const AdminCampaignDetail = component('AdminCampaignDetail', {
  id: text('The address'),
  ...campaignFacts,
  ...moderationFields,
  metadata: nullable(ref(Metadata)),
})

export const JOB_KINDS = ['hide', 'unhide', 'feature', 'unfeature', 'refresh_metadata', 'resync', 'verify'] as const
export const JOB_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export const jobKind = oneOf(JOB_KINDS, 'What is done')
export const jobState = oneOf(
  JOB_STATES,
  'done: to the end, whatever failed of it (`failed`); failed: it could not go on (`error`)',
)
export const Job = component('Job', {
  id: rowId,
  kind: jobKind,
  state: jobState,
  chain_id: nullable(chainId),
  total: count('Of what is to be done'),
  done: count('Done so far, what failed not counted'),
  failed: count('Failed so far'),
  failures: Type.Array(
    Type.Object({ subject: text('The campaign'), reason: text('Why') }, { additionalProperties: false }),
    { description: 'The first 1,000' },
  ),
  error: optionalText('Why the whole could not go on'),
  parameters: Type.Record(Type.String(), Type.Unknown(), { description: 'What was asked for' }),
  created_by: text('Who asked for it'),
  created_at: isoTime('When'),
  started_at: nullable(isoTime('When a worker took it up')),
  finished_at: nullable(isoTime('When it ended')),
})

export const Featured = component('Featured', {
  id: text('The address'),
  chain_id: chainId,
  campaign_address: address('The campaign'),
  position: count('From 1'),
  name: optionalText('Title of the campaign'),
  hidden: Type.Boolean({ description: 'Hidden ones are not shown on the home page' }),
  featured_by: text('Who put it there'),
  featured_at: isoTime('When'),
})

const metadataFields = {
  id: text("The campaign's address"),
  chain_id: chainId,
  campaign_address: address('The campaign'),
  cid: text('The document, as the chain has it'),
  state: metadataState,
  verified: Type.Boolean({ description: "The bytes were proved to be the CID's" }),
  attempts: count('Of fetching it'),
  error_code: optionalText('The stable code of the error'),
  last_error: optionalText('Why it could not be had'),
  next_attempt_at: nullable(isoTime('When it is tried again; null: not by itself')),
  ipfs_fetched_at: nullable(isoTime('When it was fetched')),
  name: optionalText('Title of the campaign'),
  short_description: optionalText('One or two sentences'),
  category: optionalText('One of the categories'),
  image_url: optionalText('The picture, served here'),
  banner_url: optionalText('The wide picture, served here'),
  creator_avatar_url: optionalText("The creator's picture, served here"),
  hidden: Type.Boolean(),
  updated_at: nullable(isoTime('Of the stored row')),
}
export const AdminMetadata = component('AdminMetadata', metadataFields)
export const AdminMetadataDetail = component('AdminMetadataDetail', {
  ...metadataFields,
  description: optionalText('The story, as written: not sanitised'),
  image_cid: optionalText('A CID, or CID/path'),
  banner_cid: optionalText('A CID, or CID/path'),
  creator_avatar_cid: optionalText('A CID, or CID/path'),
  location: optionalText('Where it takes place'),
  creator_name: optionalText('Who asks'),
  website_url: optionalText(''),
  twitter_handle: optionalText(''),
  discord_url: optionalText(''),
  tags: Type.Array(Type.String()),
  raw_json: Type.Unknown({ description: 'The document as it was found; null before that' }),
  differences: Type.Array(
    Type.Object(
      {
        field: text('The column', 'image_cid'),
        document: Type.Unknown({ description: 'What the document says' }),
        stored: Type.Unknown({ description: 'What is stored and shown' }),
        why: text('What makes them differ'),
      },
      { additionalProperties: false },
    ),
    { description: 'Fields that are not stored as the document says them' },
  ),
  created_at: nullable(isoTime('Of the stored row')),
})

export const AdminContribution = component('AdminContribution', {
  ...Contribution.properties,
  chain_id: chainId,
  campaign_name: optionalText('Title of the campaign'),
})

export const REPORT_REASONS = ['scam', 'copyright', 'illegal', 'spam', 'other'] as const
export const REPORT_STATES = ['open', 'dismissed', 'upheld'] as const
export const reportReason = oneOf(REPORT_REASONS, 'What is wrong with it')
export const reportState = oneOf(REPORT_STATES, 'open: nobody has decided yet')
export const Report = component('Report', {
  id: rowId,
  chain_id: chainId,
  campaign_address: address('The campaign'),
  reason: reportReason,
  state: reportState,
  created_at: isoTime('When it was reported'),
})
export const AdminReport = component('AdminReport', {
  id: rowId,
  chain_id: chainId,
  campaign_address: address('The campaign'),
  campaign_name: optionalText('Title of the campaign'),
  campaign_hidden: Type.Boolean(),
  reason: reportReason,
  details: optionalText("The reporter's own words"),
  reporter: text('The account, or "anonymous"'),
  reporter_id: nullable(Type.Integer({ description: 'Of the account' })),
  state: reportState,
  note: optionalText('Of whoever decided, for the staff alone'),
  resolved_by: optionalText('Who decided'),
  created_at: isoTime('When it was reported'),
  resolved_at: nullable(isoTime('When it was decided')),
})

export const BlockedCreator = component('BlockedCreator', {
  id: text('The address'),
  address: address('The creator'),
  reason: text('What visitors are told on the pages of its campaigns'),
  campaigns_count: count('On all chains'),
  blocked_by: text('Who blocked it'),
  blocked_at: isoTime('When'),
})

const laneFields = {
  partition: count('From 0'),
  queue: text('What it reads', 'kindling.31337.0of1'),
  epoch: count('Of what was applied last'),
  seq: count('Of what was applied last'),
  last_block: nullable(Type.Integer({ description: 'The tables are there' })),
  last_block_hash: optionalText(''),
  published_epoch: count('Of what was published last'),
  published_seq: count('Of what was published last'),
  published_block: nullable(Type.Integer({ description: 'The broker has all up to there' })),
  depth: count('Messages waiting, as last counted'),
  oldest_unacknowledged_seconds: count('At least so long has the first of them waited'),
  updated_at: nullable(isoTime('When it last moved')),
}
const chainFigures = {
  chain_id: chainId,
  name: text('As configured'),
  state: oneOf(['live', 'backfilling', 'stalled'], 'As in sync-state'),
  last_block: nullable(Type.Integer({ description: 'The tables are there' })),
  chain_head: nullable(Type.Integer({ description: 'As the producer saw it last' })),
  lag_blocks: nullable(count('Between the two')),
  lag_seconds: nullable(count("In the chain's own time")),
  blocks_per_second: nullable(seconds('Within the last minute; null until two looks were taken')),
  events_per_second: nullable(seconds('Within the last minute; null until two looks were taken')),
  halted_reason: optionalText('Why the producer has stopped until somebody says what is right'),
  failing_reason: optionalText('What keeps the producer at the moment'),
}
export const ChainFigures = component('ChainFigures', chainFigures)
export const AdminChain = component('AdminChain', {
  id: Type.Integer({ description: 'The chain id' }),
  ...chainFigures,
  start_block: Type.Integer(),
  factory_addresses: Type.Array(Type.String()),
  progress_percent: Type.Number(),
  eta_seconds: nullable(count('')),
  finalized_block: nullable(Type.Integer({ description: 'No reorg reaches below' })),
  dead_letters: count("Of the chain's queues"),
  resync_job: nullable(Type.Integer({ description: 'The job that reads it anew just now' })),
  checkpoint: nullable(
    Type.Object(
      {
        epoch: count(''),
        seq: count(''),
        block: Type.Integer({ description: 'Published up to here' }),
        hash: text(''),
        updated_at: isoTime(''),
      },
      { additionalProperties: false, description: "The producer's own position" },
    ),
  ),
  lanes: Type.Array(Type.Object(laneFields, { additionalProperties: false })),
})

export const Queue = component('Queue', {
  id: text('Its name'),
  queue: text('Its name', 'kindling.31337.0of1'),
  chain_id: nullable(chainId),
  kind: oneOf(['lane', 'control', 'dead-letters', 'jobs'], 'What goes through it'),
  depth: nullable(count('What waits; null: the broker did not answer')),
  oldest_unacknowledged_seconds: count('At least so long has the first of them waited'),
  consumers: nullable(count('Connected, standbys too; null: the broker did not answer')),
})
export const Consumer = component('Consumer', {
  queue: text('What it reads'),
  chain_id: chainId,
  partition: count('The lane'),
  connected: nullable(count('Processes that read the queue or stand by')),
  epoch: count('Of what was applied last'),
  seq: count('Of what was applied last'),
  last_block: nullable(Type.Integer()),
  updated_at: nullable(isoTime('When it last applied something')),
  silent_seconds: nullable(count('Since then')),
})
export const RpcEndpoint = component('RpcEndpoint', {
  id: text('Chain and place in RPC_URL'),
  chain_id: chainId,
  origin: text('Scheme and host: paths carry keys', 'https://rpc.example.org'),
  state: oneOf(
    ['healthy', 'failing', 'wrong_chain', 'unused', 'unknown'],
    'unknown: no producer has written for a minute',
  ),
  consecutive_failures: count('Since it last answered'),
  limit: nullable(count('Requests at once, as it bears them')),
  requests: count('Since the producer started'),
  failures: count('Since the producer started'),
  last_error: optionalText('The newest'),
  last_ok_at: nullable(isoTime('When it last answered')),
  retry_at: nullable(isoTime('Not asked before, unless all others fail too')),
})
export const Overview = component('Overview', {
  chains: Type.Array(ref(ChainFigures)),
  queues: Type.Array(ref(Queue)),
  consumers: Type.Array(ref(Consumer)),
  rpc_endpoints: Type.Array(ref(RpcEndpoint)),
  dead_letters: count('Messages that could not be applied'),
  metadata: Type.Object(
    { pending: count(''), resolved: count(''), failed: count('') },
    { additionalProperties: false },
  ),
  reports_open: count('Reports nobody has decided'),
  jobs_running: count('Queued ones too'),
  recent_errors: Type.Array(
    Type.Object(
      { at: isoTime(''), where: text('What it happened to'), message: text('') },
      { additionalProperties: false },
    ),
    { description: 'The newest first, at most 20' },
  ),
})

const letterFields = {
  id: rowId,
  queue: text('Where it came from'),
  chain_id: nullable(chainId),
  reason: text('Why it could not be applied'),
  attempts: count('How often it was tried'),
  bytes: count('Of the message'),
  created_at: isoTime('When it was first put aside'),
  updated_at: isoTime('When it was last put aside'),
}
export const AdminDeadLetter = component('DeadLetter', letterFields)
export const AdminDeadLetterDetail = component('DeadLetterDetail', {
  ...letterFields,
  body: text('As it came'),
  message: Type.Unknown({ description: 'The same, read as JSON; null where it is none' }),
})

const verifyFields = {
  id: rowId,
  chain_id: chainId,
  sample: nullable(count('Only so many campaigns, chosen at random')),
  state: jobState,
  ok: nullable(Type.Boolean({ description: 'Whether everything agrees; null before the end' })),
  campaigns_checked: count('So far'),
  campaigns_total: nullable(count('')),
  differences_count: nullable(count('')),
  error: optionalText('Why it could not be told'),
  created_by: text('Who asked for it'),
  created_at: isoTime('When'),
  finished_at: nullable(isoTime('When it ended')),
}
export const VerifyRun = component('VerifyRun', verifyFields)
export const VerifyRunDetail = component('VerifyRunDetail', {
  ...verifyFields,
  blocks: Type.Array(Type.Object({ number: Type.Integer(), hash: text('') }, { additionalProperties: false }), {
    description: 'Where the lanes stood',
  }),
  surplus: nullable(count('Contracts that hold more than they were given, sent beside donations: no fault')),
  differences: Type.Array(
    Type.Object(
      {
        kind: oneOf(['contract', 'table'], 'Against the contract, or within the tables'),
        subject: text('The contract, or the table'),
        field: text('What differs; of a table: stored or expected'),
        stored: optionalText('In the tables'),
        expected: optionalText('On the chain, or what follows from the events'),
      },
      { additionalProperties: false },
    ),
  ),
})

export const AdminUser = component('AdminUser', {
  id: rowId,
  username: optionalText('Null for an account that has a wallet alone'),
  wallet_address: nullable(address('The wallet that signs in as this account')),
  role: oneOf(['user', 'staff', 'admin'], 'What the account may do'),
  disabled: Type.Boolean({ description: 'It cannot sign in, and what it was signed in with does not count' }),
  disabled_at: nullable(isoTime('')),
  last_login_at: nullable(isoTime('')),
  created_at: isoTime('Of the account'),
  updated_at: isoTime('Of the account'),
})
export const NewPassword = component('NewPassword', {
  id: rowId,
  username: text('The account'),
  password: optionalText('The one that was made up, shown this once; null where one was given'),
})

export const AuditEntry = component('AuditEntry', {
  id: rowId,
  at: isoTime('When'),
  actor: text('Who: a username, a wallet, or "cli:" and the user of the system who ran a command'),
  actor_id: nullable(Type.Integer({ description: 'Of the account; null for the command line' })),
  action: text('What', 'campaign.hide'),
  subject: text('To what', 'campaign:31337:0x5fbdb2315678afecb367f032d93f642f64180aa3'),
  before: Type.Unknown({ description: 'What was there; null: nothing' }),
  after: Type.Unknown({ description: 'What is there since; null: nothing' }),
  request_id: optionalText('Names the request in the log'),
})

export const AdminCampaignList = listOf('AdminCampaignList', AdminCampaign)
export const FeaturedList = listOf('FeaturedList', Featured)
export const AdminMetadataList = listOf('AdminMetadataList', AdminMetadata)
export const JobList = listOf('JobList', Job)
export const AdminContributionList = listOf('AdminContributionList', AdminContribution)
export const AdminReportList = listOf('AdminReportList', AdminReport)
export const BlockedCreatorList = listOf('BlockedCreatorList', BlockedCreator)
export const AdminChainList = listOf('AdminChainList', AdminChain)
export const QueueList = listOf('QueueList', Queue)
export const DeadLetterList = listOf('DeadLetterList', AdminDeadLetter)
export const VerifyRunList = listOf('VerifyRunList', VerifyRun)
export const AdminUserList = listOf('AdminUserList', AdminUser)
export const AuditList = listOf('AuditList', AuditEntry)
