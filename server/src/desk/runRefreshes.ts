import { refreshMetadata } from '../metadata/refreshMetadata.ts'
import type { Resolution } from '../metadata/resolveMetadata.ts'
import type { DeskTools } from './DeskTools.ts'
import { markItem } from './runItems.ts'
import type { RunningJob } from './runJob.ts'

const AT_ONCE = 8
const BATCH = 200

interface Item {
  position: number
  subject: string
}

/** Fetches documents again, several at once. One in hand when the worker dies is fetched again, which changes nothing. */
export async function runRefreshes(tools: DeskTools, job: RunningJob, signal: AbortSignal): Promise<void> {
  for (;;) {
    const { rows } = await tools.pool.query<Item>(
      `select position, subject from desk_job_items where job_id = $1 and state = 'waiting' order by position limit $2`,
      [job.id, BATCH],
    )
    if (rows.length === 0) return
    const turns = await Promise.allSettled(
      Array.from({ length: AT_ONCE }, () => refreshInTurn(tools, job, rows, signal)),
    )
    const broken = turns.find((turn) => turn.status === 'rejected')
    if (broken) throw broken.reason
  }
}

async function refreshInTurn(tools: DeskTools, job: RunningJob, waiting: Item[], signal: AbortSignal): Promise<void> {
  for (let item = waiting.shift(); item; item = waiting.shift()) {
    signal.throwIfAborted()
    const resolution = await refreshMetadata({ ...tools, signal }, { chainId: job.chainId, address: item.subject })
    await markItem(tools.pool, job.id, item.position, reasonOf(resolution, item.subject))
  }
}

function reasonOf(resolution: Resolution, address: string): string | undefined {
  if (resolution.outcome === 'resolved' || resolution.outcome === 'unchanged') return undefined
  if (resolution.outcome === 'gone') return `There is no campaign ${address} (any more).`
  return resolution.keptOld ? `${resolution.error.message} What was resolved before stays.` : resolution.error.message
}
