/**
 * The first keys of PostgreSQL's two-key advisory locks, one for each thing that excludes another. They stand together because two
 * rooms with one number wait for each other, or find each other's lock and do nothing.
 */
export const ADVISORY_LOCKS = {
  /** One consumer per queue of the embedded broker; second key: the queue. */
  brokerQueue: 7350,
  /** One lane at a time in the tables that lanes share; second key: the chain. */
  rollups: 7351,
  /** One producer per chain. */
  producer: 7352,
  /** Held by every worker as long as it lives; second key: the worker. */
  worker: 7353,
  /** One process at a time works out a chain's standings. */
  standings: 7354,
  /** One job at a time pins or unpins a content; second key: its CID. */
  pin: 7355,
} as const
