import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { parseCid } from '../../ipfs/cid.ts'
import { IpfsError } from '../../ipfs/IpfsError.ts'
import { createResizedImages } from '../../ipfs/images/createResizedImages.ts'
import { IMAGE_WIDTHS } from '../../ipfs/images/resizeImage.ts'
import { ProblemError } from '../../plugins/problems.ts'
import type { RouteContext } from '../context.ts'
import { query } from '../parameters.ts'
import { problem } from '../schemas.ts'
import { schemaRoutes } from '../uploads/schemaRoutes.ts'
import { uploadRoutes } from '../uploads/uploadRoutes.ts'
import { accessTo } from './accessTo.ts'
import { answerBlock, answerCar } from './answerBlocks.ts'
import { answerFile } from './answerFile.ts'
import { answerImage } from './answerImage.ts'
import type { ContentRequest } from './ContentRequest.ts'
import { contentProblem, parameterProblem } from './contentProblem.ts'
import { createMentionedParts } from './mentionedParts.ts'

const MAX_FILE_BYTES = 16 * 1024 * 1024
const MAX_CAR_BYTES = 64 * 1024 * 1024
/** For whoever reads slowly; what gateways may take is another matter. */
const SENDING_MS = 10 * 60_000

const binary = { schema: { type: 'string', format: 'binary' } }
const contentQuery = query({
  w: Type.Optional(
    Type.Enum([...IMAGE_WIDTHS], {
      type: 'integer',
      description: 'An image as WebP, or as AVIF where that is accepted and smaller, at most so many pixels wide',
    }),
  ),
  format: Type.Optional(
    Type.Enum(['raw', 'car'], {
      type: 'string',
      description: 'The block itself, or all blocks as a CAR: what a trustless gateway answers; Accept works too',
    }),
  ),
})
const cid = Type.String({ format: 'cid', description: 'A CID that a campaign or its metadata names' })
const documented = {
  tags: ['content'],
  querystring: contentQuery,
  description: `Only images, JSON and plain text are shown; everything else, SVG and HTML among it, is a download. Answers never
change, take Range, and are refused for CIDs that no campaign speaks of, unless staff or who uploaded it asks.`,
  response: {
    200: {
      description: 'Images, JSON and plain text as such, everything else as a download',
      content: {
        'image/*': binary,
        'application/json': { schema: {} },
        'text/plain': { schema: { type: 'string' } },
        'application/octet-stream': binary,
        'application/vnd.ipld.raw': binary,
        'application/vnd.ipld.car': binary,
      },
    },
    206: { description: 'The part that Range asks for', content: { 'application/octet-stream': binary } },
    416: problem,
  },
}

/** Content by CID, proved against it. Only what a campaign speaks of: this is no public gateway. */
export const ipfsRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  const answer = createAnswer(context)
  for (const routes of [uploadRoutes, schemaRoutes]) app.register(routes, { ...context, prefix: '' })

  app.get(
    '/ipfs/:cid',
    {
      config: { limit: 'content' },
      schema: {
        operationId: 'getContent',
        summary: 'The file with this CID',
        ...documented,
        params: Type.Object({ cid }),
      },
    },
    async (request, reply) => answer(request, reply, request.params.cid, '', request.query),
  )

  app.get(
    '/ipfs/:cid/*',
    {
      config: { limit: 'content' },
      schema: {
        operationId: 'getContentAtPath',
        summary: 'The file at a path below this CID',
        ...documented,
        params: Type.Object({ cid, '*': Type.String({ format: 'path', description: 'Names below the CID' }) }),
      },
    },
    async (request, reply) => answer(request, reply, request.params.cid, request.params['*'], request.query),
  )
}

function createAnswer({ pool, blockStore, gateways, config }: RouteContext) {
  const store = blockStore
  const parts = store && createMentionedParts(pool, store)
  const resized = store && createResizedImages({ dir: store.dir })

  return async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    cidText: string,
    path: string,
    { w, format: asked }: Static<typeof contentQuery>,
  ): Promise<FastifyReply> {
    const format = asked ?? acceptedFormat(request.headers.accept)
    if (format && w !== undefined) throw parameterProblem('w', 'is not for blocks')
    const late = new AbortController()
    try {
      const root = parseCid(cidText)
      const access =
        store && parts
          ? await accessTo(
              { root, cidText, asBlock: format === 'raw' && path === '' },
              { pool, parts, user: request.user },
            )
          : 'none'
      if (!store || !parts || !resized || access === 'none')
        throw new ProblemError('content_not_found', `No campaign speaks of CID ${cidText}.`)
      const content: ContentRequest = {
        request,
        reply,
        root,
        access,
        fetching: {
          store,
          gateways,
          path,
          maxBytes: format === 'car' ? MAX_CAR_BYTES : MAX_FILE_BYTES,
          deadlineMs: SENDING_MS,
          signal: AbortSignal.any([request.signal, late.signal]),
        },
        intime: (work) => within(config.ipfsFetchTimeoutMs, late, work),
      }
      if (format === 'raw') return await answerBlock(content, parts)
      if (format === 'car') return await answerCar(content)
      return w === undefined ? await answerFile(content) : await answerImage(content, { width: w, resized })
    } catch (error) {
      throw error instanceof IpfsError ? contentProblem(error) : error
    }
  }
}

/** Kubo's clients ask by Accept; the one named first counts. */
function acceptedFormat(accept = ''): 'raw' | 'car' | undefined {
  return /\bapplication\/vnd\.ipld\.(raw|car)\b/i.exec(accept)?.[1]?.toLowerCase() as 'raw' | 'car' | undefined
}

async function within<T>(timeoutMs: number, late: AbortController, work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => late.abort(), timeoutMs)
  try {
    return await work
  } finally {
    clearTimeout(timer)
  }
}
