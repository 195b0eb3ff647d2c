import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CID } from 'multiformats/cid'
import type { FetchOptions } from '../../ipfs/createWalk.ts'

/** A request for content that may be answered. */
export interface ContentRequest {
  request: FastifyRequest
  reply: FastifyReply
  root: CID
  access: 'public' | 'private'
  /** Lasts as long as sending may; see `intime` for how long the beginning may take. */
  fetching: FetchOptions
  /** What has to be done before the answer begins: within IPFS_FETCH_TIMEOUT. */
  intime<T>(work: Promise<T>): Promise<T>
}
