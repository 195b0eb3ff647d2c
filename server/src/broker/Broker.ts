import type { DeadLetter } from './deadLetters.ts'
import type { Message } from './messages.ts'

/** What travels beside a message. */
export interface MessageHeaders {
  /** The span that published it (W3C trace context). */
  traceparent?: string | undefined
}

export interface Outgoing {
  queue: string
  message: Message
  headers?: MessageHeaders
}

/** What becomes of a delivery: done with, or kept aside for a person with the reason. */
export type Outcome = { result: 'ack' } | { result: 'dead'; reason: string; attempts: number }

export type MessageHandler = (body: string, headers: MessageHeaders) => Promise<Outcome>

export interface Subscription {
  /** Resolves when the handler in hand has finished; nothing is delivered after. */
  stop(): Promise<void>
}

/**
 * Carries messages from producer to consumer, at least once and in order within a queue. Behind it RabbitMQ or the
 * embedded broker.
 */
export interface Broker {
  readonly kind: 'rabbitmq' | 'embedded'
  /** Makes sure the queues exist. Whatever uses a queue does so too; this is for doing it beforehand. */
  declare(queues: string[]): Promise<void>
  /** Resolves when every message is safe (publisher confirms); rejects when any may not be. */
  publish(messages: Outgoing[]): Promise<void>
  /** The same for a body as it was received: a dead letter may hold what `publish` refuses to write. */
  republish(queue: string, body: string): Promise<void>
  /**
   * Hands over one body at a time, in order; the next one after the handler's outcome. A handler that throws
   * gets the same body again. One subscription in all processes is active per queue; others stand by.
   */
  consume(queue: string, handler: MessageHandler): Promise<Subscription>
  /** Messages waiting. Those in hand are counted by the embedded broker only. */
  depth(queue: string): Promise<number>
  /** Who reads a queue or stands by. */
  consumers(queue: string): Promise<number>
  /** Throws away what waits in the queue, and answers how much that was. */
  purge(queue: string): Promise<number>
  /** Removes a queue that nothing is published to any more. */
  remove(queue: string): Promise<void>
  /** Hands over what was put aside, until stopped; `record` keeps it for good. */
  collectDeadLetters(record: (letter: DeadLetter) => Promise<void>): Promise<Subscription>
  close(): Promise<void>
}
