import type { Channel, ConfirmChannel, ConsumeMessage } from 'amqplib'
import { errorMessage } from '../lib/errors.ts'
import type { Logger } from '../lib/logger.ts'
import type { Broker, Outcome, Subscription } from './Broker.ts'
import { BrokerUnavailableError, UnroutableMessageError } from './BrokerError.ts'
import { consumeQueue } from './consumeQueue.ts'
import type { DeadLetter } from './deadLetters.ts'
import { serializeMessage } from './messages.ts'
import { type Post, publishConfirmed } from './publishConfirmed.ts'
import { answered, closeChannel, declareTopology, queueSettings } from './rabbitmqChannel.ts'
import { openRabbitmqConnection, type RabbitmqConnection } from './rabbitmqConnection.ts'
import { DEAD_LETTER_QUEUE } from './topology.ts'

/** Unconfirmed messages at once: with 100 to 500 a quorum queue reaches its 21–34k messages a second. */
const MAX_IN_FLIGHT = 256
/** So often in a row before a queue counts as broken. */
const SILENT_TIMES = 2

/**
 * Two connections: under an alarm RabbitMQ reads nothing more from one that publishes, and then the acknowledgements that would end
 * the alarm would not be read either (RabbitMQ manual, "Memory and Disk Alarms").
 */
type Use = 'publishing' | 'consuming'

/**
 * RabbitMQ behind the Broker interface. The topology is data (`queueDefinition`): every queue in use is declared on each new
 * connection before anything else happens in it. Publishing is confirmed and `mandatory` always; what was under way when a
 * connection broke is rejected, and whoever published starts again from what it knows to be safe.
 */
export function createRabbitmqBroker(options: {
  url: string
  logger: Logger
  /** Aborts when the process is to end: nobody then waits long for a RabbitMQ that does not answer. */
  signal?: AbortSignal | undefined
}): Broker {
  const { logger } = options
  const subscriptions = new Set<Subscription>()
  /** Every queue this process has to do with. */
  const known = new Set<string>()
  /** How often in a row a queue did not confirm. */
  const silence = new Map<string, number>()
  const connections = new Map<Use, Promise<RabbitmqConnection>>()
  let publisher: Promise<ConfirmChannel> | undefined
  let inquirer: Promise<Channel> | undefined

  function connected(use: Use): Promise<RabbitmqConnection> {
    const there = connections.get(use)
    if (there) return there
    const opening = openRabbitmqConnection(
      { url: options.url, name: use, logger, signal: options.signal },
      async (model) => {
        const channel = await model.createChannel()
        channel.on('error', () => {})
        await declareTopology(channel, known)
        await closeChannel(channel)
      },
    )
    connections.set(use, opening)
    opening.catch(() => connections.delete(use))
    return opening
  }

  /** Opens a channel once; when it closes, the next one who needs it opens another. */
  function kept<C extends Channel>(opening: Promise<C>, forget: () => void): Promise<C> {
    opening.then((channel) => channel.once('close', forget), forget)
    return opening
  }

  function publisherChannel(): Promise<ConfirmChannel> {
    if (publisher) return publisher
    const opening = connected('publishing').then((open) => open.openConfirmChannel())
    publisher = opening
    return kept(opening, () => {
      if (publisher === opening) publisher = undefined
    })
  }

  function inquirerChannel(): Promise<Channel> {
    if (inquirer) return inquirer
    const opening = connected('consuming').then((open) => open.openChannel())
    inquirer = opening
    return kept(opening, () => {
      if (inquirer === opening) inquirer = undefined
    })
  }

  /** A question about queues. One that is not answered closes the channel: whatever is asked in it waits for that answer too. */
  async function inquire<T>(what: string, question: (channel: Channel) => Promise<T>): Promise<T> {
    const asked = inquirerChannel()
    const channel = await asked
    try {
      return await answered(question(channel), what)
    } catch (error) {
      // Another question that failed in it may have opened the next one already.
      if (inquirer === asked) inquirer = undefined
      void closeChannel(channel)
      throw new BrokerUnavailableError(`RabbitMQ cannot be asked ${what}: ${errorMessage(error)}.`, error)
    }
  }

  async function declare(queues: Iterable<string>): Promise<void> {
    const missing = [...queues].filter((queue) => !known.has(queue))
    if (missing.length === 0) return
    const channel = await (await connected('consuming')).openChannel()
    try {
      await declareTopology(channel, missing)
      for (const queue of missing) known.add(queue)
    } finally {
      await closeChannel(channel)
    }
  }

  async function post(posts: Post[]): Promise<void> {
    await declare(new Set(posts.map(({ queue }) => queue)))
    const channel = await publisherChannel()
    const { isBlocked } = await connected('publishing')
    for (let start = 0; start < posts.length; start += MAX_IN_FLIGHT) {
      const part = posts.slice(start, start + MAX_IN_FLIGHT)
      const { returned, unanswered } = await publishConfirmed(channel, part, isBlocked)
      for (const { queue } of part) if (!unanswered.has(queue)) silence.delete(queue)
      if (unanswered.size > 0) {
        // Its end is not waited for: the channel waits for the same queue.
        publisher = undefined
        void closeChannel(channel)
        await replaceSilent(unanswered)
        throw new BrokerUnavailableError(`RabbitMQ does not confirm what goes into ${[...unanswered].join(', ')}.`)
      }
      const [queue] = returned
      if (queue === undefined) continue
      for (const gone of returned) known.delete(gone)
      throw new UnroutableMessageError(queue)
    }
  }

  /**
   * A queue that never confirms, though RabbitMQ is there and takes messages: one whose Raft log a crash took with it has no
   * leader, and will not get one (3.10, for minutes after a queue was declared). It is deleted and declared anew; what lay in
   * it is asked for again by its lane. Dead letters cannot be asked for again, so theirs must be empty for that.
   */
  async function replaceSilent(queues: Set<string>): Promise<void> {
    for (const queue of queues) {
      const times = (silence.get(queue) ?? 0) + 1
      silence.set(queue, times)
      if (times < SILENT_TIMES) continue
      silence.delete(queue)
      const { messageCount } = await inquire(`what waits in ${queue}`, (channel) => channel.checkQueue(queue))
      if (queue === DEAD_LETTER_QUEUE && messageCount > 0) continue
      logger.warn({ queue, messageCount }, 'queue does not come up after a crash of RabbitMQ, declaring it anew')
      await inquire(`to delete ${queue}`, (channel) => channel.deleteQueue(queue))
      known.delete(queue)
    }
  }

  async function consume(queue: string, handler: (message: ConsumeMessage) => Promise<Outcome>): Promise<Subscription> {
    const subscription = consumeQueue({
      queue,
      logger,
      async openChannel() {
        // A queue that was deleted while we consumed it is there again before the next try.
        known.delete(queue)
        await declare([queue])
        return (await connected('consuming')).openChannel()
      },
      async settle(message) {
        const outcome = await handler(message)
        if (outcome.result === 'dead') await putAside(queue, message, outcome)
      },
    })
    subscriptions.add(subscription)
    return {
      async stop() {
        subscriptions.delete(subscription)
        await subscription.stop()
      },
    }
  }

  async function putAside(queue: string, message: ConsumeMessage, outcome: Outcome & { result: 'dead' }) {
    await post([
      {
        queue: DEAD_LETTER_QUEUE,
        body: message.content.toString('utf8'),
        // Headers travel in one frame: the reason must not fill it.
        headers: { queue, reason: outcome.reason.slice(0, 2000), attempts: outcome.attempts },
      },
    ])
  }

  /** Declared once more, and not only looked at, so that a queue that was deleted is there again. */
  async function counts(queue: string) {
    await declare([queue])
    return inquire(`how many wait in ${queue}`, (channel) => channel.assertQueue(queue, queueSettings(queue)))
  }

  return {
    kind: 'rabbitmq',
    declare,
    publish: (messages) =>
      post(
        messages.map(({ queue, message, headers }) => ({
          queue,
          body: serializeMessage(message),
          ...(headers?.traceparent === undefined ? {} : { headers: { traceparent: headers.traceparent } }),
        })),
      ),
    republish: (queue, body) => post([{ queue, body }]),
    consume: (queue, handler) =>
      consume(queue, ({ content, properties }) => {
        const traceparent: unknown = properties.headers?.['traceparent']
        return handler(content.toString('utf8'), typeof traceparent === 'string' ? { traceparent } : {})
      }),
    async depth(queue) {
      return (await counts(queue)).messageCount
    },
    async consumers(queue) {
      return (await counts(queue)).consumerCount
    },
    async purge(queue) {
      await declare([queue])
      return (await inquire(`to purge ${queue}`, (channel) => channel.purgeQueue(queue))).messageCount
    },
    async remove(queue) {
      known.delete(queue)
      await inquire(`to delete ${queue}`, (channel) => channel.deleteQueue(queue))
    },
    collectDeadLetters: (record) =>
      consume(DEAD_LETTER_QUEUE, async (message) => {
        await record(readLetter(message))
        return { result: 'ack' }
      }),
    async close() {
      await Promise.all([...subscriptions].map((subscription) => subscription.stop()))
      await Promise.all(
        [...connections.values()].map((opening) => opening.then((open) => open.close()).catch(() => {})),
      )
    },
  }
}

/** Put aside by us, or by RabbitMQ itself (`x-death`) after too many deliveries. */
function readLetter({ content, properties, fields }: ConsumeMessage): DeadLetter {
  const headers = properties.headers ?? {}
  const [death] = headers['x-death'] ?? []
  return {
    queue: String(headers['queue'] ?? death?.queue ?? fields.routingKey),
    reason: String(
      headers['reason'] ?? `RabbitMQ put it aside: ${death?.reason ?? 'unknown'} (its consumer may have died of it)`,
    ),
    attempts: Number(headers['attempts'] ?? headers['x-delivery-count'] ?? 1),
    body: content.toString('utf8'),
  }
}
