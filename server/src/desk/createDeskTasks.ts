import type { TaskList } from 'graphile-worker'
import { errorMessage } from '../lib/errors.ts'
import { enqueueJobs, type Jobs } from '../lib/jobs.ts'
import type { Logger } from '../lib/logger.ts'
import type { DeskTools } from './DeskTools.ts'
import { runJob } from './runJob.ts'

/** What the worker's queue calls for the desk's jobs. */
export function createDeskTasks(tools: DeskTools, logger: Logger, stopping: AbortSignal): TaskList {
  return {
    async 'desk.run'(payload) {
      const { jobId } = payload as Jobs['desk.run']
      try {
        await runJob(tools, jobId, stopping)
      } catch (error) {
        if (!stopping.aborted) {
          logger.warn({ jobId, reason: errorMessage(error) }, 'a job of the desk could not go on, trying again')
          throw error
        }
        // Given up because the worker stops: whoever works next goes on, with no try counted.
        await enqueueJobs(tools.pool, 'desk.run', [{ payload: { jobId }, key: `desk:${jobId}` }])
      }
    },
  }
}
