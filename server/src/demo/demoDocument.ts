import type { DemoCampaign } from './demoCampaigns.ts'

export interface DemoImageCids {
  readonly hero: string
  readonly banner: string
  readonly avatar: string
}

interface Dialect {
  readonly name: string
  readonly shortDescription: string
  readonly image: string
  readonly banner: string
  readonly creatorName: string
  readonly creatorAvatar: string
  readonly website: string
  readonly twitter: string
  readonly discord: string
  readonly imageForm: (cid: string) => string
}

const bare = (cid: string): string => cid
const ipfsUri = (cid: string): string => `ipfs://${cid}`
const gatewayUrl = (cid: string): string => `https://gateway.example.org/ipfs/${cid}`

/** Spellings that documents in the wild have: between them they use every alias that the indexer reads. */
const DIALECTS: readonly Dialect[] = [
  {
    name: 'name',
    shortDescription: 'shortDescription',
    image: 'image',
    banner: 'banner',
    creatorName: 'creatorName',
    creatorAvatar: 'creatorAvatar',
    website: 'website',
    twitter: 'twitter',
    discord: 'discord',
    imageForm: ipfsUri,
  },
  {
    name: 'title',
    shortDescription: 'summary',
    image: 'imageCid',
    banner: 'bannerCid',
    creatorName: 'author',
    creatorAvatar: 'avatar',
    website: 'url',
    twitter: 'twitterHandle',
    discord: 'discordUrl',
    imageForm: bare,
  },
  {
    name: 'name',
    shortDescription: 'short_description',
    image: 'image_cid',
    banner: 'banner_cid',
    creatorName: 'creator_name',
    creatorAvatar: 'creator_avatar',
    website: 'website_url',
    twitter: 'twitter_handle',
    discord: 'discord_url',
    imageForm: bare,
  },
  {
    name: 'title',
    shortDescription: 'shortDescription',
    image: 'image',
    banner: 'cover',
    creatorName: 'creatorName',
    creatorAvatar: 'creatorAvatar',
    website: 'website',
    twitter: 'twitter',
    discord: 'discord',
    imageForm: gatewayUrl,
  },
]

/** The metadata document of the `index`th campaign, in one of several spellings. */
export function demoDocument(campaign: DemoCampaign, cids: DemoImageCids, index: number): Record<string, unknown> {
  const dialect = DIALECTS[index % DIALECTS.length] as Dialect
  return {
    [dialect.name]: campaign.name,
    [dialect.shortDescription]: campaign.shortDescription,
    description: campaign.description,
    category: campaign.category,
    tags: campaign.tags,
    location: campaign.location,
    [dialect.image]: dialect.imageForm(cids.hero),
    [dialect.banner]: dialect.imageForm(cids.banner),
    [dialect.creatorName]: campaign.creatorName,
    [dialect.creatorAvatar]: dialect.imageForm(cids.avatar),
    ...(campaign.website ? { [dialect.website]: campaign.website } : {}),
    ...(campaign.twitter ? { [dialect.twitter]: campaign.twitter } : {}),
    ...(campaign.discord ? { [dialect.discord]: campaign.discord } : {}),
  }
}
