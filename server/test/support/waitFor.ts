import { setTimeout as sleep } from 'node:timers/promises'

/** Polls until `condition` holds; fails with `what` when it does not within the time. */
export async function waitFor(
  what: string,
  condition: () => Promise<boolean> | boolean,
  timeoutMs = 20_000,
  pollMs = 15,
): Promise<void> {
  const deadline = Date.now() + timeoutMs
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain: ${what}`)
    await sleep(pollMs)
  }
}
