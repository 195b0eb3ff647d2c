const FIRST_DELAY_MS = 2_000
const GROWTH = 3
const LONGEST_DELAY_MS = 6 * 3_600_000
const DAY_MS = 24 * 3_600_000

/** Until this many attempts have failed (about four minutes, time-outs aside) the state stays `pending`. */
export const ATTEMPTS_PENDING = 6
/** Nine growing delays make 5.5 hours, 27 of six hours the rest of a week; after that, daily. */
const ATTEMPTS_IN_FIRST_WEEK = 36

/** How long to wait after the given number of failed attempts, a quarter more or less, so that retries spread out. */
export function retryDelayMs(failedAttempts: number, random: () => number = Math.random): number {
  const delayMs =
    failedAttempts > ATTEMPTS_IN_FIRST_WEEK
      ? DAY_MS
      : Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * GROWTH ** (failedAttempts - 1))
  return Math.round(delayMs * (0.75 + random() / 2))
}
