import { Redis } from 'ioredis'
import type { LimitStore } from './limitStore.ts'

const PREFIX = 'kindling:limit:'
const COMMAND_TIMEOUT_MS = 250
/** One that hangs is asked once in this time, or every request would wait for it. */
const REST_MS = 1_000

// One step, so that a counter never stays without an end.
const ADD = `
  local count = redis.call('incrby', KEYS[1], ARGV[1])
  local rest = redis.call('pttl', KEYS[1])
  if rest < 0 then
    rest = tonumber(ARGV[2])
    redis.call('pexpire', KEYS[1], rest)
  end
  return { count, rest }`

/** Counters that all processes share. A Redis that does not answer is an error, at once or within a quarter of a second. */
export function createRedisLimitStore(
  url: string,
  onLost: (error: Error) => void,
  now: () => number = Date.now,
): LimitStore {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 2_000,
    commandTimeout: COMMAND_TIMEOUT_MS,
    retryStrategy: (attempt) => Math.min(5_000, 100 * attempt),
  })
  redis.on('error', onLost)
  let restsUntilMs = 0
  return {
    async add(key, amount, windowMs) {
      if (now() < restsUntilMs) throw new Error('Redis did not answer a moment ago.')
      try {
        const [count, resetMs] = (await redis.eval(ADD, 1, PREFIX + key, amount, windowMs)) as [number, number]
        return { count, resetMs }
      } catch (error) {
        restsUntilMs = now() + REST_MS
        throw error
      }
    },
    async close() {
      redis.disconnect()
    },
  }
}
