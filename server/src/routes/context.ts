import type { FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'
import type { DeskBroker } from '../desk/DeskBroker.ts'
import type { BlockStore } from '../ipfs/blockStore.ts'
import type { GatewaySource } from '../ipfs/gatewaySource.ts'
import type { Config } from '../lib/config.ts'
import { originOf } from '../plugins/originOf.ts'
import { ProblemError } from '../plugins/problems.ts'
import { findCampaign } from '../queries/findCampaign.ts'
import { type FoundCampaign, getCampaign } from '../queries/getCampaign.ts'
import { type ChainPosition, getChainPosition } from '../queries/getChainPosition.ts'
import { listChains } from '../queries/listChains.ts'
import type { Queryable } from '../queries/sql.ts'

export interface Readiness {
  ready: boolean
  checks: Record<string, { ok: boolean; detail: string }>
}

/** What the routes work with. */
export interface RouteContext {
  config: Config
  pool: pg.Pool
  version: string
  readiness: () => Promise<Readiness>
  /** Endpoints of a chain, for signatures of smart wallets; left out: RPC_URL. */
  rpcUrlsOf?: ((chainId: number) => readonly string[]) | undefined
  /** How old the windows of trending and leaderboards may be; 0 in tests. */
  standingsYoungMs?: number | undefined
  /** How much of answers is kept; 0 keeps none. */
  keptBytes?: number | undefined
  /** How much of the campaigns that searches look at; 0 keeps none. */
  keptCampaignBytes?: number | undefined
  /** Without it no content is served. */
  blockStore?: BlockStore | undefined
  /** Without it no dead letter is replayed and no queue counted. */
  broker?: DeskBroker | undefined
  /** Asked for what the store does not hold. */
  gateways?: GatewaySource | undefined
}

/** What a read tells of how it read. */
export interface Sight {
  /** What it saw (getChainPosition.ts), where all that an answer consists of was seen by one statement, or known at that position. */
  seen?: string | null | undefined
}

/** How long an answer may be kept. Chain data changes with every block, so it is asked for again each time, by its ETag. */
export const CACHE = {
  live: 'public, no-cache',
  stats: 'public, max-age=5',
  rarely: 'public, max-age=60',
  never: 'no-store',
} as const

/** The chain that a change is about. What is read of a chain is read by `readAt`. */
export async function atChain(
  pool: pg.Pool,
  chainId: number | undefined,
  reply: FastifyReply,
  cache: string = CACHE.live,
): Promise<ChainPosition> {
  const chain = await getChainPosition(pool, chainId)
  if (chain === undefined) throw await chainMissing(pool, chainId)
  tellPosition(reply, chain, cache)
  return chain
}

/** The block that an answer was read at. */
export function tellPosition(reply: FastifyReply, { blockNumber }: ChainPosition, cache: string): void {
  reply.header('cache-control', cache)
  if (blockNumber !== null) reply.header('x-block-number', blockNumber)
}

export async function chainMissing(pool: pg.Pool, chainId: number | undefined): Promise<ProblemError> {
  const followed = (await listChains(pool)).map((chain) => chain.chain_id)
  if (chainId === undefined || followed.length === 0) {
    return new ProblemError('no_chain', 'No chain is followed yet; the indexer enters it when it starts.', {
      headers: { 'retry-after': '5' },
    })
  }
  const message = `must be a chain followed here: ${followed.join(', ')}`
  return new ProblemError('validation_failed', `chain_id ${message}.`, {
    members: { errors: [{ path: 'chain_id', message }] },
  })
}

export function campaignNotFound(address: string, chainId: number): ProblemError {
  return new ProblemError('campaign_not_found', `Chain ${chainId} has no campaign ${address}.`)
}

export function campaignHidden(address: string, reason: string): ProblemError {
  return new ProblemError('campaign_hidden', `Campaign ${address} is hidden here: ${reason}`, { members: { reason } })
}

/** @throws ProblemError campaign_not_found or campaign_hidden */
export async function assertCampaign(db: Queryable, chainId: number, address: string): Promise<void> {
  const found = await findCampaign(db, chainId, address)
  if (found === undefined) throw campaignNotFound(address, chainId)
  if (found.hiddenReason !== null) throw campaignHidden(address, found.hiddenReason)
}

/** @throws ProblemError campaign_not_found or campaign_hidden */
export async function readCampaign(
  db: Queryable,
  chain: ChainPosition,
  address: string,
  request: FastifyRequest,
  includeMetadata: boolean,
  sight: Sight = {},
): Promise<FoundCampaign['campaign']> {
  const found = await getCampaign(db, chain, address, { ipfsUrl: ipfsUrlOf(request), includeMetadata })
  if (found === undefined) throw campaignNotFound(address, chain.chainId)
  if (found.hiddenReason !== null) throw campaignHidden(address, found.hiddenReason)
  sight.seen = found.seen
  return found.campaign
}

/** Before a CID it makes the address of its content here. */
export const ipfsUrlOf = (request: FastifyRequest): string => `${originOf(request)}/api/v1/ipfs/`
