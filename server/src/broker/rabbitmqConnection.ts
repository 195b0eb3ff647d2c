import { setTimeout as sleep } from 'node:timers/promises'
import { type Channel, type ChannelModel, type ConfirmChannel, connect } from 'amqplib'
import { errorMessage } from '../lib/errors.ts'
import { type Logger, redactUrl } from '../lib/logger.ts'
import { BrokerUnavailableError, TopologyConflictError } from './BrokerError.ts'
import { closeChannel } from './rabbitmqChannel.ts'

const HEARTBEAT_SECONDS = 10
const CONNECT_TIMEOUT_MS = 10_000
/** How long a channel is waited for before the one who asks is told that there is none. */
const CHANNEL_WAIT_MS = 10_000
/** The same once the process is to end: enough where RabbitMQ answers. */
const LAST_CHANNEL_WAIT_MS = 1_000
const CLOSE_WAIT_MS = 2_000

/** One connection to RabbitMQ that comes back by itself. What lives in it (channels, consumers) does not: its owner opens it again. */
export interface RabbitmqConnection {
  /**
   * A channel of the connection there is, or of the next one.
   *
   * @throws BrokerUnavailableError when there is none within 10 s
   */
  openChannel(): Promise<Channel>
  openConfirmChannel(): Promise<ConfirmChannel>
  /** Whether RabbitMQ reads nothing from us for the moment (a memory or disk alarm). */
  isBlocked(): boolean
  close(): Promise<void>
}

/** @param onConnected runs on every new connection before anyone gets a channel of it; if it fails, the connection is tried again */
export async function openRabbitmqConnection(
  options: { url: string; name: string; logger: Logger; signal?: AbortSignal | undefined },
  onConnected: (model: ChannelModel) => Promise<void>,
): Promise<RabbitmqConnection> {
  const { url, name, logger, signal } = options
  const origin = redactUrl(url)
  let lastError: unknown
  let closed = false
  let blocked = false
  const model = await connect(withHeartbeat(url), {
    timeout: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    noDelay: true,
    clientProperties: { connection_name: `kindling ${process.pid} ${name}` },
    recovery: {
      initialDelay: 100,
      maxDelay: 5_000,
      waitForConnect: false,
      setup: (opened: ChannelModel) => setUp(opened, onConnected),
    },
  })
  const fail = (message: string) => (error: unknown) => {
    lastError = error
    if (!closed) logger.warn({ broker: origin, connection: name, reason: errorMessage(error) }, message)
  }
  // Without a listener an 'error' ends the process; what follows from it is said by 'disconnect'.
  model.on('error', (error) => {
    lastError = error
  })
  model.on('connect-failed', fail('RabbitMQ cannot be reached, trying again'))
  model.on('disconnect', fail('connection to RabbitMQ lost'))
  model.on('connect', () => {
    blocked = false
    logger.info({ broker: origin, connection: name }, 'connected to RabbitMQ')
  })
  // An alarm (memory, disk): RabbitMQ reads nothing more from us until it is over, so publishing waits for its confirms.
  model.on('blocked', (reason) => {
    blocked = true
    logger.warn({ broker: origin, reason }, 'RabbitMQ takes no messages for the moment')
  })
  model.on('unblocked', () => {
    blocked = false
    logger.info({ broker: origin }, 'RabbitMQ takes messages again')
  })

  async function inTime<C extends Channel>(opening: Promise<C>): Promise<C> {
    let timer: NodeJS.Timeout | undefined
    let onAbort = () => {}
    const late = new Promise<never>((_, reject) => {
      const giveUp = () => {
        // A queue that is something else keeps every connection from being set up.
        const conflict = lastError instanceof TopologyConflictError
        reject(conflict ? lastError : new BrokerUnavailableError(`${origin} cannot be reached.`, lastError))
        // Nobody waits for it any more.
        opening.then(closeChannel).catch(() => {})
      }
      onAbort = () => {
        clearTimeout(timer)
        timer = setTimeout(giveUp, LAST_CHANNEL_WAIT_MS)
      }
      timer = setTimeout(giveUp, signal?.aborted ? LAST_CHANNEL_WAIT_MS : CHANNEL_WAIT_MS)
      signal?.addEventListener('abort', onAbort, { once: true })
    })
    try {
      return await Promise.race([opening, late])
    } catch (error) {
      if (error instanceof BrokerUnavailableError || error instanceof TopologyConflictError) throw error
      throw new BrokerUnavailableError(`${origin} gave no channel.`, error)
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    }
  }

  return {
    openChannel: () => inTime(listening(model.createChannel())),
    openConfirmChannel: () => inTime(listening(model.createConfirmChannel())),
    isBlocked: () => blocked,
    async close() {
      closed = true
      // A stalled connection never answers; it ends with the process.
      await Promise.race([model.close(), sleep(CLOSE_WAIT_MS, undefined, { ref: false })])
    },
  }
}

/**
 * Runs the setup so that its connection may break meanwhile: until it is over nobody else listens to that one (amqplib 2.3), an
 * 'error' would end the process, and a 'close' would go unheard and leave a dead connection in use.
 */
async function setUp(model: ChannelModel, onConnected: (model: ChannelModel) => Promise<void>): Promise<void> {
  const { promise: broken, reject } = Promise.withResolvers<never>()
  let reason: Error | undefined
  const onBroken = (error?: Error) => {
    reason ??= error ?? new Error('the connection was closed')
    reject(reason)
  }
  model.on('error', onBroken)
  model.on('close', onBroken)
  try {
    await Promise.race([onConnected(model), broken])
    if (reason) throw reason
  } catch (error) {
    // What follows waits for the answer to a close, which may never come.
    await Promise.race([model.close().catch(() => {}), sleep(CLOSE_WAIT_MS, undefined, { ref: false })])
    throw error
  } finally {
    broken.catch(() => {})
    // The listener to 'error' stays: one that is given up may still end with one.
    model.off('close', onBroken)
  }
}

/** A channel's error is followed by its close, and that is what its owner goes by. */
async function listening<C extends Channel>(opening: Promise<C>): Promise<C> {
  const channel = await opening
  channel.on('error', () => {})
  return channel
}

/** The server's own default (60 s) would notice a machine that vanished only after two minutes. */
function withHeartbeat(url: string): string {
  const parsed = new URL(url)
  if (!parsed.searchParams.has('heartbeat')) parsed.searchParams.set('heartbeat', String(HEARTBEAT_SECONDS))
  return parsed.href
}
