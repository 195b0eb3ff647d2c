import type { Task } from 'graphile-worker'
import type pg from 'pg'
import { IpfsError } from '../ipfs/IpfsError.ts'
import type { PinBackend } from '../ipfs/pin.ts'
import { errorMessage } from '../lib/errors.ts'
import { enqueueJobs, type Jobs, metadataJobKey } from '../lib/jobs.ts'
import type { Logger } from '../lib/logger.ts'
import { traced } from '../lib/tracing.ts'
import type { ContentSource } from './fetchDocument.ts'
import { prefetchImages } from './prefetchImages.ts'
import { resolveMetadata } from './resolveMetadata.ts'
import { enqueuePins, enqueueUnpins } from './uploads/enqueuePins.ts'
import { pinUpload } from './uploads/pinUpload.ts'
import { unpinUpload } from './uploads/unpinUpload.ts'

/** What the queue calls for each job. A task that throws is tried again by the queue itself: that is for the database. */
export function createTasks(
  source: ContentSource & { pool: pg.Pool; logger: Logger; backend: PinBackend; signal: AbortSignal },
): Record<'resolve' | 'retry' | 'images' | 'pin' | 'unpin', Task> {
  const { pool, logger } = source

  const resolveAs =
    (name: 'metadata.resolve' | 'metadata.retry'): Task =>
    async (payload) => {
      const { traceparent, ...job } = payload as Jobs['metadata.retry'] & Jobs['metadata.resolve']
      try {
        const attributes = { 'kindling.chain_id': job.chainId, 'kindling.campaign': job.address }
        const resolution = await traced(name, { kind: 'consumer', parent: traceparent, attributes }, async (span) => {
          const result = await resolveMetadata({ ...source, force: job.force }, job)
          span.set({ 'kindling.outcome': result.outcome })
          return result
        })
        const { outcome } = resolution
        if (outcome === 'resolved') logger.debug({ ...job, from: resolution.from }, 'metadata resolved')
        if (outcome === 'pending' || outcome === 'failed')
          logger.info({ ...job, outcome, reason: resolution.error.message }, 'metadata not resolved')
      } catch (error) {
        if (!(error instanceof IpfsError && error.code === 'aborted')) {
          logger.warn({ ...job, reason: errorMessage(error) }, 'metadata job failed, trying again')
          throw error
        }
        // Given up because the worker stops: whoever works next begins again, with no try counted.
        await enqueueJobs(pool, name, [{ payload: job, key: metadataJobKey(job) }])
      }
    }

  return {
    resolve: resolveAs('metadata.resolve'),
    retry: resolveAs('metadata.retry'),
    async images(payload) {
      const job = payload as Jobs['metadata.images']
      const { failed } = await prefetchImages(source, job)
      for (const error of failed) logger.info({ ...job, reason: error.message }, 'a picture cannot be had')
    },
    async pin(payload) {
      const { cid } = payload as Jobs['uploads.pin']
      try {
        const refused = await pinUpload(source, cid, source.signal)
        if (refused) logger.warn({ cid, reason: refused.message }, 'an upload cannot be pinned')
      } catch (error) {
        if (!(error instanceof IpfsError && error.code === 'aborted')) throw error
        await enqueuePins(pool, [cid])
      }
    },
    async unpin(payload) {
      const { cid } = payload as Jobs['uploads.unpin']
      try {
        const refused = await unpinUpload(source, cid, source.signal)
        if (refused) logger.warn({ cid, reason: refused.message }, 'a removed upload cannot be unpinned')
      } catch (error) {
        if (!(error instanceof IpfsError && error.code === 'aborted')) throw error
        await enqueueUnpins(pool, [cid])
      }
    },
  }
}
