import { setTimeout as sleep } from 'node:timers/promises'
import type { Channel } from 'amqplib'
import { errorMessage } from '../lib/errors.ts'
import { BrokerUnavailableError, TopologyConflictError } from './BrokerError.ts'
import { EXCHANGE, queueDefinition } from './topology.ts'

/** A quorum queue that lost its leader may never answer; one that is declared on a slow disk takes a second. */
const ANSWER_TIMEOUT_MS = 15_000
const CLOSE_WAIT_MS = 1_000
const PRECONDITION_FAILED = 406

/**
 * RabbitMQ's answer to what was asked on a channel. amqplib itself waits for ever.
 *
 * @throws BrokerUnavailableError when none came within 15 s
 */
export async function answered<T>(asking: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new BrokerUnavailableError(`RabbitMQ did not answer within 15 s: ${what}.`))
    timer = setTimeout(giveUp, ANSWER_TIMEOUT_MS)
  })
  try {
    return await Promise.race([asking, late])
  } finally {
    clearTimeout(timer)
    asking.catch(() => {})
  }
}

/**
 * Never rejects. The answer to a close that is under way when the connection breaks never comes (amqplib 2.3), and of a stalled
 * connection not for long.
 */
export async function closeChannel(channel: Channel): Promise<void> {
  const gone = new Promise<void>((resolve) => channel.once('close', () => resolve()))
  const late = sleep(CLOSE_WAIT_MS, undefined, { ref: false })
  await Promise.race([channel.close().catch(() => {}), gone, late])
}

export const queueSettings = (queue: string) => {
  const { durable, arguments: settings } = queueDefinition(queue)
  return { durable, arguments: settings }
}

/**
 * Declares the exchange and these queues with their bindings.
 *
 * @throws TopologyConflictError when one of them is there already and is something else
 */
export async function declareTopology(channel: Channel, queues: Iterable<string>): Promise<void> {
  let name = EXCHANGE
  try {
    await answered(channel.assertExchange(EXCHANGE, 'topic', { durable: true }), `to declare ${EXCHANGE}`)
    for (const queue of queues) {
      name = queue
      await answered(channel.assertQueue(queue, queueSettings(queue)), `to declare ${queue}`)
      for (const { exchange, routingKey } of queueDefinition(queue).bindings) {
        await answered(channel.bindQueue(queue, exchange, routingKey), `to bind ${queue}`)
      }
    }
  } catch (error) {
    if ((error as { code?: unknown }).code === PRECONDITION_FAILED) throw new TopologyConflictError(name, error)
    throw new BrokerUnavailableError(`"${name}" could not be declared: ${errorMessage(error)}.`, error)
  }
}
