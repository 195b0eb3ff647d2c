import pg from 'pg'
import { errorMessage } from '../lib/errors.ts'
import type { Logger } from '../lib/logger.ts'

export interface FeedListener {
  /** Begins to listen, if it does not yet. */
  start(): void
  close(): Promise<void>
}

const RETRY_MS = [100, 500, 2_000, 5_000]

/**
 * Hears of every addition to the feed, over a connection of its own (a pooler in transaction mode cannot carry LISTEN),
 * which is opened again when it breaks. `onChange` is called for each, and after each opening, since something may have
 * been missed.
 */
export function createFeedListener(
  config: pg.ClientConfig,
  onChange: () => void,
  logger: Pick<Logger, 'warn'>,
): FeedListener {
  let client: pg.Client | undefined
  let started = false
  let closed = false
  let failures = 0
  let timer: NodeJS.Timeout | undefined

  async function open(): Promise<void> {
    const opened = new pg.Client({ ...config, application_name: 'kindling live', keepAlive: true })
    client = opened
    const lost = (error?: Error) => {
      if (client !== opened) return
      client = undefined
      void opened.end().catch(() => {})
      if (closed) return
      if (failures === 0 && error) logger.warn({ reason: errorMessage(error) }, 'the live feed lost its connection')
      timer = setTimeout(() => void open(), RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)]).unref()
    }
    opened.on('error', lost)
    opened.on('end', () => lost())
    opened.on('notification', onChange)
    try {
      await opened.connect()
      await opened.query('listen kindling_feed')
      if (client !== opened) return
      failures = 0
      onChange()
    } catch (error) {
      lost(error as Error)
    }
  }

  return {
    start() {
      if (started || closed) return
      started = true
      void open()
    },
    async close() {
      closed = true
      clearTimeout(timer)
      const open = client
      client = undefined
      await open?.end().catch(() => {})
    },
  }
}
