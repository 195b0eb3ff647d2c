import { setFlagsFromString } from 'node:v8'

/**
 * Has V8 collect as suits a process that answers requests; to be called before it starts workers. Without it
 *
 * - what a request makes may be made among what is old (allocation site pretenuring): from what its first collections find alive V8 learns for
 *   good which objects grow old. Those come while code is slow and memory small, so what they find alive are requests under way; where that
 *   went wrong, every later request filled the memory of old objects, pauses were 8 to 20 ms instead of 2, and the slowest searches took twice
 *   as long, until the process ended;
 * - about every two minutes all is stopped for 60 to 220 ms (memory reducer): to give memory back, V8 moves everything together and forgets
 *   code, which then has to be compiled again. As it is now, a collection of the usual kind takes its place, of some 10 ms;
 * - after one full collection the next may come at once, three or four a second: what is old grows slowly here, so V8 lets it grow by a seventh
 *   before it collects again, of which the bytes of a third of a second's answers are enough. As it is now, it may grow to twice its size.
 */
export function collectForRequests(): void {
  setFlagsFromString('--no-allocation-site-pretenuring')
  setFlagsFromString('--no-memory-reducer-favors-memory')
  setFlagsFromString('--heap-growing-percent=100')
}
