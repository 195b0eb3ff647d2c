import { type ChainEvent, eventNames } from '../lib/ChainEvent.ts'
import { compileSchema } from '../lib/compileSchema.ts'
import { KindlingError } from '../lib/errors.ts'

export const MESSAGE_VERSION = 1

/** One stream: a chain's campaigns whose address falls into this partition. Messages are ordered within it. */
export interface Lane {
  chainId: number
  partition: number
  partitions: number
}

/**
 * Where a message stands in its lane. The producer begins an epoch when it starts, after a reorg and when a lane asks
 * for a missing part; `seq` counts up within the epoch from 0.
 */
export interface Position {
  epoch: number
  seq: number
}

/**
 * Begins an epoch (seq 0): what the lane holds above `toBlock` is not canonical or will be sent again. `origin` marks
 * the very start of a chain's stream, before which there is nothing.
 */
export interface RollbackMessage extends Lane, Position {
  v: 1
  kind: 'rollback'
  toBlock: number
  toHash: string
  toTime: number
  origin: boolean
  /**
   * The lane's epoch on whose fork `toBlock` lies. A lane that is in an older one missed a reorg: what it holds below `toBlock` may be
   * of another fork. 0 where the anchor lies below all forks, or is the lane's own word.
   */
  sinceEpoch: number
}

/** The lane's events of blocks `fromBlock` to `toBlock`. `parentHash` is the hash before `fromBlock`, `lastHash` that of `toBlock`. */
export interface BlocksMessage extends Lane, Position {
  v: 1
  kind: 'blocks'
  fromBlock: number
  toBlock: number
  parentHash: string
  lastHash: string
  lastTime: number
  events: ChainEvent[]
}

/** From consumer to producer: send again what follows this block (null: everything). `epoch` is the one the gap was seen in. */
export interface ResendRequest extends Lane {
  v: 1
  kind: 'resend'
  epoch: number
  afterBlock: number | null
  afterHash: string | null
}

export type LaneMessage = RollbackMessage | BlocksMessage
export type Message = LaneMessage | ResendRequest

/** The same in every log line that speaks of the message: chain, lane, epoch and number. */
export function messageId({ chainId, partition, partitions, epoch, seq }: Lane & Position): string {
  return `${chainId}.${partition}of${partitions}.${epoch}.${seq}`
}

const natural = { type: 'integer', minimum: 0 }
// The block before the first one has the number -1.
const block = { type: 'integer', minimum: -1 }
const hash = { type: 'string', pattern: '^0x[0-9a-f]{64}$' }
const address = { type: 'string', pattern: '^0x[0-9a-f]{40}$' }
const wei = { type: 'string', pattern: '^[0-9]{1,78}$' }
const nullable = (schema: object) => ({ anyOf: [schema, { type: 'null' }] })
/** An object that has all of these; what else it has, a later version added. */
const withAll = (properties: Record<string, object>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
})
const lane = { chainId: natural, partition: natural, partitions: { type: 'integer', minimum: 1 } }
const position = { epoch: natural, seq: natural }

const event = withAll({
  name: { enum: eventNames },
  blockNumber: natural,
  blockHash: hash,
  blockTime: natural,
  txHash: hash,
  logIndex: natural,
  address,
  campaign: address,
  account: address,
  amountWei: nullable(wei),
  args: { type: 'object', additionalProperties: { type: 'string' } },
})

const checks = {
  blocks: compileSchema<BlocksMessage>(
    withAll({
      ...lane,
      ...position,
      fromBlock: natural,
      toBlock: natural,
      parentHash: hash,
      lastHash: hash,
      lastTime: natural,
      events: { type: 'array', items: event },
    }),
  ),
  rollback: compileSchema<RollbackMessage>(
    withAll({
      ...lane,
      ...position,
      toBlock: block,
      toHash: hash,
      toTime: natural,
      origin: { type: 'boolean' },
      sinceEpoch: natural,
    }),
  ),
  resend: compileSchema<ResendRequest>(
    withAll({ ...lane, epoch: natural, afterBlock: nullable(block), afterHash: nullable(hash) }),
  ),
}

/** A message that can never be applied: it goes to the dead letters. */
export class MalformedMessageError extends KindlingError {
  constructor(message: string, cause?: unknown) {
    super('message_malformed', message, { cause })
  }
}

/** @throws MalformedMessageError when the body is not a message of this version */
export function parseMessage(body: string): Message {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch (error) {
    throw new MalformedMessageError('The message is not JSON.', error)
  }
  check(value)
  return value
}

/** The body of a message; refuses to write what `parseMessage` would refuse to read. */
export function serializeMessage(message: Message): string {
  check(message)
  return JSON.stringify(message)
}

function check(value: unknown): asserts value is Message {
  const { v, kind } = (value ?? {}) as { v?: unknown; kind?: unknown }
  if (v !== MESSAGE_VERSION) {
    throw new MalformedMessageError(
      `The message has version ${JSON.stringify(v)}; this process reads version ${MESSAGE_VERSION}.`,
    )
  }
  if (typeof kind !== 'string' || !Object.hasOwn(checks, kind)) {
    throw new MalformedMessageError(`The message is of no kind known here: ${JSON.stringify(kind)?.slice(0, 100)}.`)
  }
  const [first] = checks[kind as keyof typeof checks].misfits(value)
  if (first) throw new MalformedMessageError(`The message is malformed at ${first.path || '/'}: ${first.message}.`)
}
