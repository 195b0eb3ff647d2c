import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CID } from 'multiformats/cid'
import { type Static, Type } from 'typebox'
import { parseCid } from '../../ipfs/cid.ts'
import { fetchFile } from '../../ipfs/fetchFile.ts'
import { IpfsError } from '../../ipfs/IpfsError.ts'
import { ProblemError } from '../../plugins/problems.ts'
import { isCidMentioned } from '../../queries/isCidMentioned.ts'
import type { RouteContext } from '../context.ts'
import { query } from '../parameters.ts'
import { contentProblem } from './contentProblem.ts'
import { IMAGE_WIDTHS, type ImageWidth, resizeImage } from './resizeImage.ts'
import { sniffContent } from './sniffContent.ts'

const MAX_BYTES = 16 * 1024 * 1024

const contentQuery = query({
  w: Type.Optional(
    Type.Enum([...IMAGE_WIDTHS], { type: 'integer', description: 'An image as WebP, at most so many pixels wide' }),
  ),
})
const cid = Type.String({ format: 'cid', description: 'A CID that a campaign or its metadata names' })
const documented = {
  tags: ['content'],
  querystring: contentQuery,
  response: {
    200: {
      description: 'Images, JSON and plain text as such, everything else as a download',
      content: {
        'image/*': { schema: { type: 'string', format: 'binary' } },
        'application/json': { schema: {} },
        'text/plain': { schema: { type: 'string' } },
        'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
      },
    },
  },
}

/** Content by CID, proved against it. Only what a campaign speaks of: this is no public gateway. */
export const ipfsRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  app.get(
    '/ipfs/:cid',
    {
      schema: {
        operationId: 'getContent',
        summary: 'The file with this CID',
        ...documented,
        params: Type.Object({ cid }),
      },
    },
    async (request, reply) => answer(context, request, reply, request.params.cid, '', request.query),
  )

  app.get(
    '/ipfs/:cid/*',
    {
      schema: {
        operationId: 'getContentAtPath',
        summary: 'The file at a path below this CID',
        ...documented,
        params: Type.Object({ cid, '*': Type.String({ format: 'path', description: 'Names below the CID' }) }),
      },
    },
    async (request, reply) => answer(context, request, reply, request.params.cid, request.params['*'], request.query),
  )
}

async function answer(
  { pool, blockStore, gateways, config }: RouteContext,
  request: FastifyRequest,
  reply: FastifyReply,
  cidText: string,
  path: string,
  { w }: Static<typeof contentQuery>,
): Promise<FastifyReply> {
  try {
    const root = parseCid(cidText)
    if (!blockStore || !(await isCidMentioned(pool, spellingsOf(root, cidText)))) {
      throw new ProblemError('content_not_found', `No campaign speaks of CID ${cidText}.`)
    }
    const file = await fetchFile(root, {
      store: blockStore,
      gateways,
      path,
      maxBytes: MAX_BYTES,
      deadlineMs: config.ipfsFetchTimeoutMs,
      signal: request.signal,
    })
    const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
    const sniffed = sniffContent(bytes)
    const resized = w === undefined ? undefined : await resize(file.cid, bytes, w, sniffed.isImage)
    return reply
      .headers({
        'cache-control': 'public, max-age=31536000, immutable',
        'content-disposition': sniffed.inline ? 'inline' : 'attachment',
        // Nothing that came from outside may run as part of this origin.
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      })
      .type(resized ? 'image/webp' : sniffed.contentType)
      .send(resized ?? bytes)
  } catch (error) {
    throw error instanceof IpfsError ? contentProblem(error) : error
  }
}

/** One content has several names; a document may use any of them. */
function spellingsOf(cid: CID, given: string): string[] {
  const spellings = [given, cid.toV1().toString()]
  try {
    spellings.push(cid.toV0().toString())
  } catch {
    // Only a dag-pb CID with SHA-256 has a version 0.
  }
  return [...new Set(spellings)]
}

async function resize(file: CID, bytes: Buffer, width: ImageWidth, isImage: boolean): Promise<Buffer> {
  if (!isImage) {
    const message = 'is for images, which this content is not'
    throw new ProblemError('validation_failed', `w ${message}.`, { members: { errors: [{ path: 'w', message }] } })
  }
  try {
    return await resizeImage(file.toString(), bytes, width)
  } catch (cause) {
    throw new ProblemError('content_unsuitable', `The image ${file} cannot be resized.`, { cause })
  }
}
