import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { IpfsError } from '../../ipfs/IpfsError.ts'
import { createSlots, createSlotsByKey } from '../../ipfs/slots.ts'
import { showByteSize } from '../../lib/byteSize.ts'
import { storeUpload } from '../../metadata/uploads/storeUpload.ts'
import { requireUser, userOf } from '../../plugins/auth.ts'
import { clientGone } from '../../plugins/clientGone.ts'
import { ProblemError } from '../../plugins/problems.ts'
import { CACHE, ipfsUrlOf, type RouteContext } from '../context.ts'
import { contentProblem } from '../ipfs/contentProblem.ts'
import { problem } from '../schemas.ts'
import { checkUpload } from './checkUpload.ts'
import { addMultipart, readUpload } from './readUpload.ts'

/** Read and in work at once, each of at most 10 MiB before and 10 MiB after; the others wait with their bodies unread. */
const UPLOADS_AT_ONCE = 4
/** Of one user, who else could take them all by sending slowly. */
const UPLOADS_OF_ONE = 2

const Upload = Type.Object(
  {
    cid: Type.String({ description: 'Version 1, made with the profile unixfs-v1-2025' }),
    size: Type.Integer({ minimum: 1, description: 'Bytes of what was stored' }),
    type: Type.String({ description: 'Told by the bytes', examples: ['image/webp', 'application/json'] }),
    url: Type.String({ format: 'uri', description: 'Where it is served: to everybody once a campaign speaks of it' }),
  },
  { description: 'Stored; pinning goes on' },
)

/** Bringing a campaign's pictures and its document here to be published. */
export const uploadRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, { pool, config, blockStore }) => {
  const dailyBytes = config.uploadDailyBytes
  await addMultipart(app)
  const slots = createSlots(UPLOADS_AT_ONCE)
  const acquireOwn = createSlotsByKey<number>(UPLOADS_OF_ONE)

  app.post(
    '/uploads/',
    {
      onRequest: requireUser,
      config: { limit: 'write' },
      schema: {
        operationId: 'upload',
        tags: ['content'],
        summary: 'Publish an image or a metadata document on IPFS',
        description: `One part named \`file\`: an image (PNG, JPEG, GIF, WebP or AVIF, to 10 MiB) or a metadata document (a JSON
object, to 256 KiB). Images are decoded and made anew, upright and without EXIF. What no campaign speaks of is removed after a
day. A user may bring ${showByteSize(dailyBytes)} a day.`,
        security: [{ bearer: [] }],
        consumes: ['multipart/form-data'],
        body: Type.Object({ file: Type.Unsafe<unknown>({ type: 'string', format: 'binary' }) }),
        response: { 201: Upload, 422: problem },
      },
      // The body is a stream, and is checked as it is read.
      validatorCompiler: ({ httpPart, schema, method, url }) =>
        httpPart === 'body' ? () => true : app.validatorCompiler!({ httpPart: httpPart!, schema, method, url }),
    },
    async (request, reply) => {
      if (!blockStore) throw new ProblemError('content_unavailable', 'This deployment stores no content.')
      const user = userOf(request)
      const signal = clientGone(reply)
      const releaseOwn = await acquireOwn(user.id, signal)
      let release = () => {}
      try {
        release = await slots.acquire(signal)
        const { bytes, contentType } = await checkUpload(await readUpload(request), signal)
        const stored = await storeUpload(
          { pool, store: blockStore },
          { userId: user.id, bytes, contentType, dailyBytes },
        )
        if (!stored.reservation.granted) throw quotaProblem(user.id, dailyBytes, stored.reservation.retryAt)
        const cid = stored.cid.toString()
        reply.code(201).header('cache-control', CACHE.never)
        return { cid, size: bytes.byteLength, type: contentType, url: `${ipfsUrlOf(request)}${cid}` }
      } catch (error) {
        throw error instanceof IpfsError ? contentProblem(error) : error
      } finally {
        release()
        releaseOwn()
      }
    },
  )
}

/** `retryAt` is null for what is larger than the whole day's amount. */
function quotaProblem(userId: number, dailyBytes: number, retryAt: Date | null): ProblemError {
  const may = `Account ${userId} may bring ${showByteSize(dailyBytes)} a day`
  if (retryAt === null) return new ProblemError('body_too_large', `${may}, which is less than this.`)
  const seconds = Math.max(1, Math.ceil((retryAt.getTime() - Date.now()) / 1000))
  return new ProblemError('rate_limited', `${may}; so much is free again in ${seconds} s.`, {
    headers: { 'retry-after': String(seconds) },
  })
}
