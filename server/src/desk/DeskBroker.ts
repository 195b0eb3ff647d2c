import { setTimeout as sleep } from 'node:timers/promises'
import type { Broker } from '../broker/Broker.ts'
import { BrokerUnavailableError } from '../broker/BrokerError.ts'

/** What the desk asks of the broker. */
export type DeskBroker = Pick<Broker, 'kind' | 'depth' | 'consumers' | 'republish'>

const ANSWER_MS = 3_000

/** What the broker answers, or null when it does not within three seconds: a page must not wait for it. */
export async function askBroker<T>(asked: Promise<T> | undefined): Promise<T | null> {
  if (asked === undefined) return null
  return Promise.race([asked.catch(() => null), sleep(ANSWER_MS, null, { ref: false })])
}

/** Hands a message to the broker. @throws BrokerUnavailableError also when it does not confirm in time */
export async function republish(broker: DeskBroker, queue: string, body: string): Promise<void> {
  const timeout = sleep(3 * ANSWER_MS, undefined, { ref: false }).then(() => {
    throw new BrokerUnavailableError(`The broker did not confirm a message for ${queue} in time.`)
  })
  timeout.catch(() => {})
  await Promise.race([broker.republish(queue, body), timeout])
}
