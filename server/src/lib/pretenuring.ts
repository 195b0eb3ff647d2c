import { setFlagsFromString } from 'node:v8'

/**
 * For a process that answers requests: what a request makes is over when it is answered. From what its first collections find alive V8 learns
 * for good which objects grow old, and makes those among the old at once (allocation site pretenuring). Those first collections come while
 * code is slow and memory small, so what they find alive are requests under way; where that went wrong, every later request filled the memory
 * of old objects, pauses were 8 to 20 ms instead of 2, and the slowest searches took twice as long, until the process ended.
 */
export function disablePretenuring(): void {
  setFlagsFromString('--no-allocation-site-pretenuring')
}
