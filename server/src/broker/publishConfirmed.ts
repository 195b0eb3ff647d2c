import { randomUUID } from 'node:crypto'
import type { Message as AmqpMessage, ConfirmChannel } from 'amqplib'
import { BrokerUnavailableError } from './BrokerError.ts'
import { EXCHANGE } from './topology.ts'

/** Without a single confirm; a large message on a slow disk takes less than one. */
const CONFIRM_TIMEOUT_MS = 8_000

const SILENT = Symbol('nothing was confirmed in time')

export interface Post {
  queue: string
  body: string
  headers?: Record<string, string | number>
}

/**
 * Resolves when RabbitMQ has answered for every message, or has been silent for too long: the queues it did not answer for are
 * told. A returned message is confirmed too, so returns are told apart here.
 */
export async function publishConfirmed(
  channel: ConfirmChannel,
  posts: Post[],
  isBlocked: () => boolean,
): Promise<{ returned: string[]; unanswered: Set<string> }> {
  const ids = new Map(posts.map(({ queue }) => [randomUUID() as string, queue]))
  const returned: string[] = []
  const onReturn = (message: AmqpMessage) => {
    const queue = ids.get(message.properties.messageId)
    if (queue !== undefined) returned.push(queue)
  }
  const open = new Set(ids.keys())
  let answeredAtMs = Date.now()
  const { promise: silence, reject: giveUp } = Promise.withResolvers<never>()
  const watch = setInterval(() => {
    if (isBlocked()) answeredAtMs = Date.now()
    if (Date.now() - answeredAtMs > CONFIRM_TIMEOUT_MS) giveUp(SILENT)
  }, CONFIRM_TIMEOUT_MS / 10)
  channel.on('return', onReturn)
  try {
    const messageIds = [...ids.keys()]
    const answers = posts.map(async (each, index) => {
      await publishOne(channel, each, messageIds[index]!)
      open.delete(messageIds[index]!)
      answeredAtMs = Date.now()
    })
    await Promise.race([Promise.all(answers), silence])
    return { returned, unanswered: new Set() }
  } catch (error) {
    if (error === SILENT) return { returned, unanswered: new Set([...open].map((id) => ids.get(id)!)) }
    throw new BrokerUnavailableError('RabbitMQ did not confirm the messages.', error)
  } finally {
    clearInterval(watch)
    channel.off('return', onReturn)
  }
}

function publishOne(channel: ConfirmChannel, { queue, body, headers }: Post, messageId: string): Promise<void> {
  return new Promise((resolve, reject) => {
    channel.publish(
      EXCHANGE,
      queue,
      Buffer.from(body),
      {
        mandatory: true,
        persistent: true,
        messageId,
        contentType: 'application/json',
        timestamp: Math.floor(Date.now() / 1000),
        headers: headers ?? {},
      },
      (error) => (error ? reject(error) : resolve()),
    )
  })
}
