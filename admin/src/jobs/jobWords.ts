import type { Job } from '../api/types.ts'

const KINDS: Record<string, string> = {
  hide: 'Hide campaigns',
  unhide: 'Show campaigns again',
  feature: 'Feature campaigns',
  unfeature: 'Take campaigns off the home page',
  refresh_metadata: 'Refresh metadata',
  resync: 'Read the chain anew',
  verify: 'Verify',
}

export const jobTitle = (kind: string): string => KINDS[kind] ?? kind

/** What has come of it so far, in one sentence. */
export function jobSentence({ state, total, done, failed }: Job): string {
  const through = `${done + failed} of ${total}`
  if (state === 'queued') return 'Waiting for a worker.'
  if (state === 'running') return failed > 0 ? `${through}, ${failed} failed so far.` : `${through}.`
  if (state === 'cancelled') return `Cancelled after ${through}.`
  if (state === 'failed') return `It could not go on after ${through}.`
  return failed > 0 ? `${done} done, ${failed} failed.` : `All ${done} done.`
}
