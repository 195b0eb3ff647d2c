import { KindlingError } from '../lib/errors.ts'

/** The broker could not be reached, or did not confirm: nobody knows whether the messages are safe. */
export class BrokerUnavailableError extends KindlingError {
  constructor(message: string, cause?: unknown) {
    super('broker_unavailable', message, { retryable: true, cause })
  }
}

/** RabbitMQ had no queue for a message (`mandatory`): the queue was deleted meanwhile, and is declared again before the next try. */
export class UnroutableMessageError extends KindlingError {
  constructor(queue: string) {
    super('broker_unroutable', `The queue ${queue} does not exist, so messages for it were returned.`, {
      retryable: true,
    })
  }
}

/** A queue or the exchange exists under our name, but is something else. */
export class TopologyConflictError extends KindlingError {
  constructor(name: string, cause: unknown) {
    super(
      'broker_topology_conflict',
      `RabbitMQ has "${name}" already, with other settings than ours: delete it, or give Kindling a virtual host of its own.`,
      { cause },
    )
  }
}
