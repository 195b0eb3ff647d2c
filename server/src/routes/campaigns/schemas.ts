import { type TProperties, Type } from 'typebox'
import {
  address,
  amount,
  bigInteger,
  campaignStatus,
  component,
  count,
  hash,
  isoTime,
  listOf,
  nullable,
  optionalText,
  percent,
  ref,
  text,
} from '../schemas.ts'

export const MetadataSummary = component('MetadataSummary', {
  name: optionalText('Title of the campaign'),
  short_description: optionalText('One or two sentences'),
  image_url: optionalText('The picture, served here after its bytes were proved'),
  category: optionalText('One of the categories'),
})

export const Metadata = component('Metadata', {
  id: Type.Integer(),
  campaign_address: address('The campaign'),
  cid: text('The document', 'bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy'),
  state: Type.Enum(['pending', 'resolved', 'failed'], { type: 'string' }),
  verified: Type.Boolean({ description: "The bytes were proved to be the CID's" }),
  name: optionalText('Title of the campaign'),
  description: optionalText('The story, as written: not sanitised'),
  short_description: optionalText('One or two sentences'),
  image_cid: optionalText('The picture: a CID, or CID/path'),
  image_url: optionalText('The picture, served here'),
  banner_cid: optionalText('The wide picture: a CID, or CID/path'),
  banner_url: optionalText('The wide picture, served here'),
  category: optionalText('One of the categories'),
  tags: Type.Array(Type.String()),
  location: optionalText('Where it takes place'),
  creator_name: optionalText('Who asks'),
  creator_avatar_cid: optionalText('Their picture: a CID, or CID/path'),
  creator_avatar_url: optionalText('Their picture, served here'),
  website_url: optionalText(''),
  twitter_handle: optionalText(''),
  discord_url: optionalText(''),
  raw_json: Type.Unknown({ description: 'The document as it was found' }),
  ipfs_fetched_at: nullable(isoTime('When it was fetched')),
  last_error: optionalText('Why it could not be fetched'),
  created_at: isoTime('Of this row'),
  updated_at: isoTime('Of this row'),
})

const campaignFields = {
  address: address('The campaign contract'),
  chain_id: Type.Integer({ examples: [31337] }),
  factory_address: address('The factory that made it'),
  creator_address: address('Who may withdraw'),
  ...amount('goal', 'The goal'),
  deadline_ts: bigInteger('Unix seconds, up to 2^256 - 1'),
  deadline_iso: nullable(isoTime('The same; null past the year 9999')),
  cid: text(
    'The metadata document, as the chain has it',
    'bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy',
  ),
  status: campaignStatus,
  accepts_donations: Type.Boolean({
    description: 'What the contract would say: deadline not passed, nothing withdrawn',
  }),
  ...amount('total_raised', 'Given in all, refunds not taken off'),
  progress_percent: percent('Of the goal, cut to two decimals; may pass 100'),
  withdrawn: Type.Boolean(),
  ...amount('withdrawn_amount', 'Withdrawn by the creator'),
  donors_count: count('Different donors'),
  created_at: isoTime("The time of the creation's block"),
  updated_at: isoTime("The time of its last event's block"),
}

export const Campaign = component('Campaign', {
  ...campaignFields,
  metadata: Type.Optional(nullable(ref(MetadataSummary))),
})

export const CampaignDetail = component('CampaignDetail', {
  ...campaignFields,
  contributions_count: count('Rows of its contributions: one a donor'),
  donations_count: count('Single donations'),
  events_count: count('Events on the canonical chain'),
  ...amount('total_refunded', 'Refunded to donors'),
  metadata: Type.Optional(nullable(ref(Metadata))),
})

const contributionFields = {
  id: Type.Integer(),
  campaign_address: address('The campaign'),
  donor_address: address('The donor'),
  ...amount('contributed', 'Given in all'),
  ...amount('refunded', 'Taken back'),
  ...amount('net_contributed', 'Given and not taken back'),
  donations_count: count('Single donations'),
  created_at: isoTime("The time of the first donation's block"),
  updated_at: isoTime("The time of the last donation's or refund's block"),
}

export const Contribution = component('Contribution', contributionFields)
export const DonorContribution = component('DonorContribution', { ...contributionFields, campaign: ref(Campaign) })

export const Donation = component('Donation', {
  id: Type.Integer({ description: 'Of its event' }),
  campaign_address: address('The campaign'),
  donor_address: address('The donor'),
  ...amount('amount', 'Given'),
  tx_hash: hash('The transaction'),
  log_index: count('Its place in the block'),
  block_number: count('The block'),
  block_hash: hash("The block's hash"),
  finalized: Type.Boolean({ description: 'The block can no longer be reorganised' }),
  created_at: isoTime("The block's time"),
})

export const CampaignTimeseries = component('CampaignTimeseries', {
  campaign_address: address('The campaign'),
  chain_id: Type.Integer({ examples: [31337] }),
  interval: Type.Enum(['hour', 'day'], { type: 'string' }),
  results: Type.Array(
    Type.Object(
      {
        start: isoTime('Where the bucket begins (UTC)'),
        donations_count: count('Donations within it'),
        ...amount('raised', 'Given within it'),
        ...amount('total_raised', 'Given until its end'),
      },
      { additionalProperties: false },
    ),
  ),
})

export const CampaignGifts = component('CampaignGifts', {
  donations_count: count('Single donations'),
  ...amount('average', 'The mean of a donation, cut to whole wei'),
  ...amount('median', 'The donation in the middle; of an even number the mean of two'),
  ...amount('largest', 'The largest donation'),
  days: Type.Array(
    Type.Object(
      {
        start: isoTime('The day (UTC)'),
        donors_count: count('Different donors on that day'),
        new_donors_count: count('Of these, those who had given nothing before'),
        donations_count: count('Donations on that day'),
      },
      { additionalProperties: false },
    ),
  ),
})

const counted = <T extends TProperties>(properties: T) =>
  Type.Array(Type.Object({ ...properties, count: count('Campaigns') }, { additionalProperties: false }))
const wei = (description: string) => Type.String({ pattern: '^\\d+$', description })
export const CampaignFacets = component('CampaignFacets', {
  status: Type.Record(Type.String(), count('With this status')),
  category: Type.Record(Type.String(), count('Of this category')),
  tags: counted({ tag: Type.String({ description: 'The most used first' }) }),
  goal: counted({ min_wei: wei('From'), max_wei: nullable(wei('Below this; null without a bound')) }),
  progress: counted({ min_percent: Type.Integer({ description: 'Percent of the goal at least' }) }),
  deadline: counted({ days: Type.Integer({ description: 'Deadline within so many days' }) }),
})

const highlight = (what: string) =>
  nullable(Type.String({ description: `${what}, as HTML with <mark>; null where nothing was found` }))
export const FoundCampaign = component('FoundCampaign', {
  ...Campaign.properties,
  highlights: Type.Object(
    {
      name: highlight('The title'),
      short_description: highlight('The blurb'),
      description: highlight('A part of the story'),
    },
    { additionalProperties: false },
  ),
})
const foundList = listOf('CampaignSearch', FoundCampaign)
export const CampaignSearch = component('CampaignSearch', {
  ...foundList.properties,
  exhaustive: Type.Boolean({
    description: 'Whether `count` is of everything that matches; else of the best and the newest few hundred',
  }),
  facets_exhaustive: Type.Boolean({ description: 'Whether `facets` are of everything that matches' }),
  facets: Type.Object(
    {
      category: Type.Record(Type.String(), count('Found of this category, whatever category was asked for')),
      status: Type.Record(Type.String(), count('Found with this status, whatever status was asked for')),
    },
    { additionalProperties: false },
  ),
  corrections: Type.Array(
    Type.Object(
      { from: text('A word that no campaign uses'), to: Type.Array(Type.String()) },
      { additionalProperties: false },
    ),
    { description: 'What was looked for besides' },
  ),
})

export const CampaignList = listOf('CampaignList', Campaign)
export const ContributionList = listOf('ContributionList', Contribution)
export const DonorContributionList = listOf('DonorContributionList', DonorContribution)
export const DonationList = listOf('DonationList', Donation)
