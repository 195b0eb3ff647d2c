import type { Message } from './messages.ts'

export interface Outgoing {
  queue: string
  message: Message
}

/** What becomes of a delivery: done with, or kept aside for a person with the reason. */
export type Outcome = { result: 'ack' } | { result: 'dead'; reason: string; attempts: number }

export interface Subscription {
  /** Resolves when the handler in hand has finished; nothing is delivered after. */
  stop(): Promise<void>
}

/**
 * Carries messages from producer to consumer, at least once and in order within a queue. Behind it RabbitMQ or the
 * embedded broker.
 */
export interface Broker {
  /** Resolves when every message is safe (publisher confirms); rejects when any may not be. */
  publish(messages: Outgoing[]): Promise<void>
  /**
   * Hands over one body at a time, in order; the next one after the handler's outcome. A handler that throws
   * gets the same body again. One subscription in all processes is active per queue; others stand by.
   */
  consume(queue: string, handler: (body: string) => Promise<Outcome>): Promise<Subscription>
  /** Messages waiting or in hand. */
  depth(queue: string): Promise<number>
  close(): Promise<void>
}
