import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { exportCar } from '../../ipfs/exportCar.ts'
import { openDag } from '../../ipfs/openDag.ts'
import type { ContentRequest } from './ContentRequest.ts'
import type { MentionedParts } from './mentionedParts.ts'
import { isAmong, sendHeaders } from './sendHeaders.ts'

/** The block at the end of the path (https://specs.ipfs.tech/http-gateways/trustless-gateway/). */
export async function answerBlock(asked: ContentRequest, parts: MentionedParts): Promise<FastifyReply> {
  const { reply, root, fetching, access, intime } = asked
  const { cid, get } = await intime(openDag(root, fetching))
  const bytes = await intime(get(cid))
  if (access === 'public') parts.noteLinks(cid, bytes)
  const v1 = cid.toV1()
  sendHeaders(asked, { etag: `"${v1}.raw"`, type: 'application/vnd.ipld.raw', inline: false, name: `${v1}.bin` })
  return reply.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

/** Everything under the CID or path as a CAR of version 1, deterministic: depth first, each block once. */
export async function answerCar(asked: ContentRequest): Promise<FastifyReply> {
  const { request, reply, root, fetching, intime } = asked
  const { cid, passed, get } = await intime(openDag(root, fetching))
  const v1 = cid.toV1()
  const etag = `"${v1}.car"`
  const type = 'application/vnd.ipld.car; version=1; order=dfs; dups=n'
  sendHeaders(asked, { etag, type, inline: false, name: `${v1}.car` })
  if (isAmong(etag, request.headers['if-none-match'])) return reply.code(304).send()
  if (request.method === 'HEAD') return reply.send(Readable.from([]))
  return reply.send(Readable.from(exportCar({ get }, root, { passed, end: cid }), { objectMode: false }))
}
