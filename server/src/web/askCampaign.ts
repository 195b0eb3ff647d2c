import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type ProblemCode, ProblemError } from '../plugins/problems.ts'
import { PAGE_REQUEST } from '../plugins/rateLimit.ts'
import type { CampaignStatus } from '../queries/campaignRow.ts'
import type { MetadataSummary } from '../queries/metadataRow.ts'

/** A campaign as the API's answers hold it. Numbers may be past 2^53 and are for showing only. */
export interface CampaignAnswer {
  address: string
  chain_id: number
  goal_eth: string
  deadline_ts: number
  status: CampaignStatus
  accepts_donations: boolean
  total_raised_wei: string
  total_raised_eth: string
  progress_percent: number
  created_at: string
  updated_at: string
  metadata?: MetadataSummary | null
}

/** `status` is 404 too for what is no address, 451 for a hidden campaign, else the API's. */
export type AskedCampaign =
  | { campaign: CampaignAnswer; status: 200 }
  | { campaign: undefined; status: number; problem: ProblemError }

/** What a request that was counted asks of the API for its answer. */
export const askApi = (app: FastifyInstance, visitor: FastifyRequest, url: string) =>
  app.inject({ url, headers: { ...PAGE_REQUEST, host: visitor.host }, remoteAddress: visitor.ip })

const ADDRESS = /^0x[0-9a-f]{40}$/

export async function askCampaign(
  app: FastifyInstance,
  visitor: FastifyRequest,
  written: string,
): Promise<AskedCampaign> {
  const address = written.toLowerCase()
  if (!ADDRESS.test(address)) {
    return { campaign: undefined, status: 404, problem: new ProblemError('campaign_not_found', 'That is no address.') }
  }
  const answer = await askApi(app, visitor, `/api/v1/campaigns/${address}/?include_metadata=true`)
  const body = answer.json()
  if (answer.statusCode === 200) return { campaign: body, status: 200 }
  const { code, detail } = body as { code: ProblemCode; detail: string }
  return { campaign: undefined, status: answer.statusCode, problem: new ProblemError(code, detail) }
}

export const shortAddress = (address: string): string => `${address.slice(0, 6)}…${address.slice(-4)}`

/** What it is called where no language is spoken. */
export const nameOf = ({ address, metadata }: CampaignAnswer, unnamed = 'Campaign'): string =>
  metadata?.name?.trim() || `${unnamed} ${shortAddress(address)}`

/** Its picture on our own origin, whatever host the API named; null without one. */
export function pictureOf({ metadata }: CampaignAnswer, width: 640 | 1280): string | null {
  const url = metadata?.image_url
  return url ? `${url.replace(/^https?:\/\/[^/]+/, '')}?w=${width}` : null
}
