import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Broker, MessageHandler, MessageHeaders } from '../broker/Broker.ts'
import { recordDeadLetter } from '../broker/deadLetters.ts'
import { describeMessage } from '../broker/describeMessage.ts'
import { type Lane, type LaneMessage, MalformedMessageError, messageId, parseMessage } from '../broker/messages.ts'
import { controlQueue, laneQueue } from '../broker/topology.ts'
import { isRetryableDatabaseError, withTransaction } from '../lib/database.ts'
import { errorMessage, KindlingError } from '../lib/errors.ts'
import type { Logger } from '../lib/logger.ts'
import { traced } from '../lib/tracing.ts'
import { type Applied, applyMessage } from './applyMessage.ts'
import { createTurns, type Turns } from './turns.ts'

const MAX_BACKOFF_MS = 30_000
/** Tries before a message that fails for its content goes to the dead letters. */
const MAX_ATTEMPTS = 5
/** After one did: so long the lane does not ask for the part again. */
const POISON_PAUSE_MS = 60_000
const ASK_AGAIN_MS = 10_000

export interface RunningConsumer {
  /** Resolves when the messages in hand are finished. */
  stop(): Promise<void>
}

/**
 * Consumes lanes until stopped. Within a lane messages are applied one by one, in order:
 * - a retryable failure (database away, serialization) is tried again for ever, with backoff: the lane waits
 * - a malformed or unknown message goes to the dead letters at once
 * - a message that keeps failing for its content goes there after 5 attempts; the lane then lacks its blocks, finds the
 *   gap, and asks for them again after a pause, so that the books are never wrong, only late
 */
export async function runConsumer(options: {
  lanes: Lane[]
  broker: Broker
  pool: pg.Pool
  logger: Logger
  /** Lanes that are worked on at once; all when left out. */
  concurrency?: number | undefined
  onApplied?: (message: LaneMessage, applied: Applied) => void
}): Promise<RunningConsumer> {
  const stopping = new AbortController()
  const turns = createTurns(options.concurrency ?? options.lanes.length)
  const { broker, lanes, pool } = options
  const subscriptions = await Promise.all([
    ...lanes.map((lane) =>
      broker.consume(laneQueue(lane), createLaneHandler({ ...options, turns, signal: stopping.signal })),
    ),
    broker.collectDeadLetters((letter) => recordDeadLetter(pool, letter)),
  ])
  return {
    async stop() {
      stopping.abort()
      await Promise.all(subscriptions.map((subscription) => subscription.stop()))
    },
  }
}

function createLaneHandler(options: {
  broker: Broker
  pool: pg.Pool
  logger: Logger
  signal: AbortSignal
  turns: Turns
  onApplied?: (message: LaneMessage, applied: Applied) => void
}): MessageHandler {
  const { broker, pool, logger, signal, turns, onApplied } = options
  /** The gap last reported: the producer answers with a new epoch, so one request per epoch is enough, unless it was lost. */
  let asked = { epoch: -1, atMs: 0 }
  let poisonedAtMs = 0

  const wasAskedFor = (epoch: number) => epoch <= asked.epoch && Date.now() - asked.atMs < ASK_AGAIN_MS

  async function applyOnce(body: string, { traceparent }: MessageHeaders): Promise<void> {
    const message = parseMessage(body)
    if (message.kind === 'resend') throw new MalformedMessageError('A resend request is no message for a lane.')
    const id = messageId(message)
    const attributes = { 'messaging.message.id': id, 'kindling.chain_id': message.chainId }
    const applied = await traced(
      'apply message',
      { kind: 'consumer', parent: traceparent, attributes },
      async (span) => {
        const result = await turns.run(() => withTransaction(pool, (tx) => applyMessage(tx, message, span.traceparent)))
        span.set({ 'kindling.decision': result.decision, 'kindling.events': result.events })
        logger[result.events > 0 ? 'info' : 'debug'](
          { message: id, ...describeMessage(message), decision: result.decision, changed: result.events },
          'message applied',
        )
        return result
      },
    )
    onApplied?.(message, applied)
    if (applied.decision !== 'gap' || wasAskedFor(message.epoch)) return
    // Asked for at once, what fails would be back at once. Meanwhile the lane stands still, but takes a replay; on a quiet
    // chain the producer sees that it lags.
    if (Date.now() < poisonedAtMs + POISON_PAUSE_MS) return
    const { chainId, partition, partitions, epoch } = message
    const after = applied.state
    logger.warn(
      { message: id, chainId, partition, epoch, seq: message.seq, afterBlock: after?.lastBlock ?? null },
      'messages are missing, asking for them again',
    )
    await broker.publish([
      {
        queue: controlQueue(chainId),
        message: {
          v: 1,
          kind: 'resend',
          chainId,
          partition,
          partitions,
          epoch,
          afterBlock: after?.lastBlock ?? null,
          afterHash: after?.lastBlockHash ?? null,
        },
      },
    ])
    asked = { epoch, atMs: Date.now() }
  }

  return async (body, headers) => {
    for (let attempt = 1, contentFailures = 0; ; attempt++) {
      try {
        await applyOnce(body, headers)
        return { result: 'ack' }
      } catch (error) {
        signal.throwIfAborted()
        const reason = errorMessage(error)
        if (error instanceof KindlingError && !error.retryable) {
          logger.error({ reason }, 'message goes to the dead letters')
          return { result: 'dead', reason, attempts: attempt }
        }
        if (!isRetryable(error) && ++contentFailures >= MAX_ATTEMPTS) {
          poisonedAtMs = Date.now()
          logger.error({ reason, attempt }, 'message keeps failing and goes to the dead letters')
          return { result: 'dead', reason, attempts: attempt }
        }
        const backoffMs = Math.min(MAX_BACKOFF_MS, 100 * 2 ** Math.min(attempt, 10)) * (0.5 + Math.random() / 2)
        logger.warn({ reason, attempt, backoffMs: Math.round(backoffMs) }, 'message failed, trying again')
        await sleep(backoffMs, undefined, { signal })
      }
    }
  }
}

function isRetryable(error: unknown): boolean {
  return error instanceof KindlingError ? error.retryable : isRetryableDatabaseError(error)
}
