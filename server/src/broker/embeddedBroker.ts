import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { ADVISORY_LOCKS } from '../lib/advisoryLocks.ts'
import { createBell } from '../lib/bell.ts'
import { connectionConfig } from '../lib/database.ts'
import { errorMessage } from '../lib/errors.ts'
import type { Logger } from '../lib/logger.ts'
import type { Broker, MessageHandler, MessageHeaders, Outcome, Subscription } from './Broker.ts'
import { RECORD_DEAD_LETTER, recordDeadLetterValues } from './deadLetters.ts'
import { serializeMessage } from './messages.ts'

const CHANNEL = 'kindling_broker'
/** Notifications wake a consumer at once; this is for those lost with a connection. */
const POLL_MS = 1_000
const RECONNECT_MS = 500

/** The broker inside PostgreSQL, for deployments without RabbitMQ: nothing is lost there either, and it needs no setup. */
export function createEmbeddedBroker(options: { databaseUrl: string; pool: pg.Pool; logger: Logger }): Broker {
  const { databaseUrl, pool, logger } = options
  const subscriptions = new Set<Subscription>()

  async function listen(queue: string, handler: MessageHandler, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await consumeWithConnection(databaseUrl, queue, handler, signal)
      } catch (error) {
        if (signal.aborted) return
        logger.warn({ queue, reason: errorMessage(error) }, 'queue consumer lost its connection, reconnecting')
        await sleep(RECONNECT_MS, undefined, { signal }).catch(() => {})
      }
    }
  }

  async function enqueue(queues: string[], bodies: string[], headers: (string | null)[]): Promise<void> {
    await pool.query({
      name: 'broker-publish',
      text: `with added as (
                 insert into broker_messages (queue, body, headers)
                 select queue, body, headers
                 from unnest($1::text[], $2::text[], $3::jsonb[]) with ordinality as message (queue, body, headers, position)
                 order by position
                 returning queue
               )
               select pg_notify('${CHANNEL}', queue) from (select distinct queue from added) as queues`,
      values: [queues, bodies, headers],
    })
  }

  return {
    kind: 'embedded',
    // Queues are only a column here.
    async declare() {},
    async publish(messages) {
      await enqueue(
        messages.map(({ queue }) => queue),
        messages.map(({ message }) => serializeMessage(message)),
        messages.map(({ headers }) => (headers === undefined ? null : JSON.stringify(headers))),
      )
    },
    republish: (queue, body) => enqueue([queue], [body], [null]),
    async consume(queue, handler) {
      const stopping = new AbortController()
      const done = listen(queue, handler, stopping.signal)
      const subscription: Subscription = {
        async stop() {
          stopping.abort()
          subscriptions.delete(subscription)
          await done
        },
      }
      subscriptions.add(subscription)
      return subscription
    },
    async depth(queue) {
      const { rows } = await pool.query('select count(*) as depth from broker_messages where queue = $1', [queue])
      return rows[0].depth
    },
    async consumers(queue) {
      const { rows } = await pool.query(
        'select count(*) as consumers from pg_stat_activity where datname = current_database() and application_name = $1',
        [consumerName(queue)],
      )
      return rows[0].consumers
    },
    async purge(queue) {
      const { rowCount } = await pool.query('delete from broker_messages where queue = $1', [queue])
      return rowCount ?? 0
    },
    async remove(queue) {
      await pool.query('delete from broker_messages where queue = $1', [queue])
    },
    async collectDeadLetters() {
      // They are written where they belong as soon as they are put aside.
      return { async stop() {} }
    },
    async close() {
      await Promise.all([...subscriptions].map((subscription) => subscription.stop()))
    },
  }
}

/** Of the connection; PostgreSQL keeps 63 bytes of it. */
const consumerName = (queue: string) => `kindling consume ${queue}`.slice(0, 63)

/** Consumes until stopped or until the connection, whose session holds the queue's lock, breaks. */
async function consumeWithConnection(
  databaseUrl: string,
  queue: string,
  handler: MessageHandler,
  signal: AbortSignal,
): Promise<void> {
  const client = new pg.Client(connectionConfig(databaseUrl, consumerName(queue)))
  const bell = createBell(signal)
  let broken: Error | undefined
  client.on('error', (error) => {
    broken = error
    bell.ring()
  })
  client.on('notification', (notification) => {
    if (notification.payload === queue) bell.ring()
  })
  try {
    await client.connect()
    await client.query(`listen ${CHANNEL}`)
    while (!signal.aborted && !(await tryLock(client, queue))) await bell.wait(POLL_MS)
    let next: Row | undefined
    while (!signal.aborted) {
      if (broken) throw broken
      const row = next ?? (await fetchNext(client, queue, null))
      if (row === undefined) {
        await bell.wait(POLL_MS)
        continue
      }
      // The next one comes while this one is applied.
      const fetching = fetchNext(client, queue, row.id)
      fetching.catch(() => {})
      const outcome = await handler(row.body, row.headers ?? {})
      next = await fetching
      await settle(client, queue, row, outcome)
    }
  } finally {
    await client.end().catch(() => {})
  }
}

interface Row {
  id: number
  body: string
  headers: MessageHeaders | null
}

/** The first that waits, but for the one in hand: its place among the others is not looked at, since a later id may be there sooner. */
async function fetchNext(client: pg.Client, queue: string, inHand: number | null): Promise<Row | undefined> {
  const { rows } = await client.query<Row>({
    name: 'broker-fetch',
    text: `select id, body, headers from broker_messages
           where queue = $1 and id is distinct from $2::bigint order by id limit 1`,
    values: [queue, inHand],
  })
  return rows[0]
}

async function tryLock(client: pg.Client, queue: string): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock($1, hashtext($2)) as locked', [
    ADVISORY_LOCKS.brokerQueue,
    queue,
  ])
  return rows[0].locked
}

async function settle(client: pg.Client, queue: string, row: Row, outcome: Outcome): Promise<void> {
  if (outcome.result === 'ack') {
    await client.query({ name: 'broker-ack', text: 'delete from broker_messages where id = $1', values: [row.id] })
    return
  }
  await client.query('begin')
  await client.query(
    RECORD_DEAD_LETTER,
    recordDeadLetterValues({ queue, reason: outcome.reason, attempts: outcome.attempts, body: row.body }),
  )
  await client.query('delete from broker_messages where id = $1', [row.id])
  await client.query('commit')
}
