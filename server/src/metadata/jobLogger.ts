import { Logger as JobLogger } from 'graphile-worker'
import type { Logger } from '../lib/logger.ts'

/** The queue's own talk: its faults as they are, the failure of one job and everything else only for debugging. */
export function createJobLogger(logger: Logger): JobLogger {
  return new JobLogger((scope) => (level, message, meta) => {
    const worse = level === 'error' || level === 'warning'
    const ofOneJob = meta?.['failure'] === true
    if (worse && !ofOneJob) logger.warn({ worker: scope.workerId }, message)
    else logger.debug({ worker: scope.workerId }, message)
  })
}
