import { renderAvatar, renderBanner, renderHero } from './artwork.ts'
import { type DemoCampaign, demoCampaigns } from './demoCampaigns.ts'
import { demoDocument } from './demoDocument.ts'

export interface PublishDemoOptions {
  /** Stores a file and answers its CID. */
  readonly putFile: (bytes: Uint8Array) => Promise<string>
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/** Draws every campaign's pictures, stores them and the metadata documents, and answers slug → CID of the document. */
export async function publishDemo({ putFile, onProgress, signal }: PublishDemoOptions): Promise<Map<string, string>> {
  const campaigns = demoCampaigns()
  const cids = new Map<string, string>()
  const avatars = new Map<string, Promise<string>>()
  const avatarOf = (creatorName: string): Promise<string> => {
    const known = avatars.get(creatorName) ?? renderAvatar(creatorName).then(putFile)
    avatars.set(creatorName, known)
    return known
  }
  const publish = async (campaign: DemoCampaign, index: number): Promise<void> => {
    signal?.throwIfAborted()
    const hero = await putFile(await renderHero(campaign.slug))
    const banner = await putFile(await renderBanner(campaign.slug))
    const document = demoDocument(campaign, { hero, banner, avatar: await avatarOf(campaign.creatorName) }, index)
    cids.set(campaign.slug, await putFile(new TextEncoder().encode(JSON.stringify(document, null, 2))))
    onProgress?.(cids.size, campaigns.length)
  }
  // Two at a time: drawing an SVG takes one core, and a small machine has two.
  const queue = campaigns.entries()
  const work = async (): Promise<void> => {
    for (const [index, campaign] of queue) await publish(campaign, index)
  }
  await Promise.all([work(), work()])
  return cids
}
