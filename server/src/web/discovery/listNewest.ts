import type { FastifyInstance, FastifyRequest } from 'fastify'
import { askApi, type CampaignAnswer } from '../askCampaign.ts'

const PAGE_SIZE = 100

/**
 * Campaigns that may be seen, the newest first, at most so many, through the API.
 * @returns undefined when the API does not answer
 */
export async function listNewest(
  app: FastifyInstance,
  visitor: FastifyRequest,
  { max, metadata }: { max: number; metadata: boolean },
): Promise<CampaignAnswer[] | undefined> {
  const campaigns: CampaignAnswer[] = []
  let cursor: string | null = null
  do {
    const query = new URLSearchParams({
      ordering: '-created_at',
      page_size: String(Math.min(PAGE_SIZE, max - campaigns.length)),
      include_metadata: String(metadata),
      ...(cursor === null ? {} : { cursor }),
    })
    const answer = await askApi(app, visitor, `/api/v1/campaigns/?${query}`)
    if (answer.statusCode !== 200) return undefined
    const page: { results: CampaignAnswer[]; next_cursor: string | null } = answer.json()
    campaigns.push(...page.results)
    cursor = page.next_cursor
  } while (cursor !== null && campaigns.length < max)
  return campaigns
}
