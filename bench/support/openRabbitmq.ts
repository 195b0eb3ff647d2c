import { findRabbitmqServer, startPrivateRabbitmq } from '../../server/test/support/privateRabbitmq.ts'
import { createRunFolder } from './benchFolder.ts'
import { progress } from './progress.ts'
import { UsageError } from './UsageError.ts'

export interface Rabbitmq {
  url: string
  close(): Promise<void>
}

/** That of RABBITMQ_URL, else one of our own, on disk. @throws UsageError where there is none */
export async function openRabbitmq(): Promise<Rabbitmq> {
  const given = process.env['RABBITMQ_URL']
  if (given) return { url: given, async close() {} }
  if (findRabbitmqServer() === null)
    throw new UsageError('There is no rabbitmq-server here: install it, or set RABBITMQ_URL or RABBITMQ_SERVER.')
  progress('Starting RabbitMQ')
  const server = await startPrivateRabbitmq(createRunFolder())
  return { url: server.url, close: () => server.stop() }
}
