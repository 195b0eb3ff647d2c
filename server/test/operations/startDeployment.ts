import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from '../../src/embedded/freePort.ts'
import { createTestChain, type TestChain } from '../support/createTestChain.ts'
import { startPrivatePostgres } from '../support/privatePostgres.ts'
import { startPrivateRabbitmq } from '../support/privateRabbitmq.ts'
import { waitFor } from '../support/waitFor.ts'
import { type ComposeService, kindlingServices, ROOT, readCompose, readEntrypoint } from './composeFile.ts'
import { type KindlingProcess, runKindling, startKindling } from './kindling.ts'
import { startOtlpCollector } from './otlpCollector.ts'
import { startPrivateRedis } from './privateRedis.ts'
import { startRoundRobin } from './roundRobin.ts'

export type Deployment = Awaited<ReturnType<typeof startDeployment>>

/** None of these may ever be read in what a process writes. */
export const SECRETS = {
  postgres: 'marked-postgres-password',
  rabbitmq: 'marked-rabbitmq-password',
  redis: 'marked-redis-password',
  jwt: 'marked-jwt-secret-of-more-than-32-characters',
  previousJwt: 'marked-previous-jwt-secret-of-32-characters',
  rpc: 'marked-rpc-key',
  pin: 'marked-pin-secret',
  otlp: 'marked-otlp-header',
}

/**
 * Everything that compose.yaml names, as plain processes on this machine: its Kindling services by the very command lines in it, beside
 * a PostgreSQL, a RabbitMQ and a Redis of their own, a chain, a collector of traces and a proxy before the API processes.
 */
export async function startDeployment() {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-deployment-'))
  const [postgres, rabbitmq, redis, chain, collector] = await Promise.all([
    startPrivatePostgres(),
    startPrivateRabbitmq(),
    startPrivateRedis(SECRETS.redis),
    createTestChain(),
    startOtlpCollector(),
  ])
  await rabbitmq.ctl('change_password', 'guest', SECRETS.rabbitmq)
  await createDatabase(postgres.urlOf('postgres'), 'kindling')
  const services = readCompose({
    POSTGRES_PASSWORD: SECRETS.postgres,
    RABBITMQ_PASSWORD: SECRETS.rabbitmq,
    REDIS_PASSWORD: SECRETS.redis,
    LOG_LEVEL: 'trace',
  })
  const local: Record<string, string> = {
    DATABASE_URL: postgres.urlOf('kindling').replace(':unused@', `:${SECRETS.postgres}@`),
    RABBITMQ_URL: rabbitmq.url.replace('guest:guest', `guest:${SECRETS.rabbitmq}`),
    REDIS_URL: redis.url,
    KINDLING_DATA_DIR: join(folder, 'data'),
    HOST: '127.0.0.1',
  }
  const envFile = envFileOf(chain, collector.url)
  const processes = new Map<string, KindlingProcess>()
  /** Of processes that ended, too. */
  const outputs: (() => string)[] = []
  const ports = new Map<string, number>()
  for (const [name, service] of kindlingServices(services))
    if (service.environment?.['PORT']) ports.set(name, await freePort())

  function environmentOf(name: string, service: ComposeService): Record<string, string> {
    const given = { ...envFile, ...service.environment }
    const port = ports.get(name)
    return { ...given, ...pick(local, Object.keys(given)), ...(port === undefined ? {} : { PORT: String(port) }) }
  }

  function start(name: string): KindlingProcess {
    const service = services[name]!
    const command = [...readEntrypoint(), ...(service.command as string[])].map((word) =>
      word.replace(/^\/app\//, `${ROOT}/`),
    )
    command[0] = command[0]!.replace(/^node$/, process.execPath)
    const started = startKindling([], environmentOf(name, service), { command, name })
    outputs.push(started.output)
    processes.set(name, started)
    return started
  }

  const migrated = await start('migrate').exited
  if (migrated !== 0) throw new Error(`migrate ended with ${migrated}: ${processes.get('migrate')!.output()}`)
  processes.delete('migrate')
  const names = kindlingServices(services)
    .map(([name]) => name)
    .filter((name) => name !== 'migrate')
  for (const name of names) start(name)
  const urlOf = (name: string) => `http://127.0.0.1:${ports.get(name)}`
  const proxy = await startRoundRobin([...ports.values()])

  /** Until the process does what it is there for. */
  async function serves(name: string): Promise<void> {
    const running = processes.get(name)!
    if (ports.has(name)) await waitFor(`${name} serves`, () => isOk(`${urlOf(name)}/health/serving`), 240_000)
    else await running.says(name === 'worker' ? 'Worker runs.' : name === 'producer' ? 'Producer follows' : 'Consumer')
  }

  return {
    chain,
    collector,
    proxy,
    names,
    processes,
    urlOf,
    serves,
    apis: [...ports.keys()],
    databaseUrl: local['DATABASE_URL']!,
    output: () => outputs.map((read) => read()).join('\n'),
    async ready() {
      for (const name of ports.keys()) {
        await waitFor(`${name} is ready`, () => isOk(`${urlOf(name)}/health/ready`), 240_000).catch(
          async (error: Error) => {
            const answer = await fetch(`${urlOf(name)}/health/ready`).then((each) => each.text(), String)
            const wrote = [...processes.values()].map((each) => `--- ${each.name}: ${each.output().slice(-1_500)}`)
            throw new Error(`${error.message}: ${answer}\n${wrote.join('\n')}`)
          },
        )
      }
    },
    /** As `docker compose up --force-recreate SERVICE` does. */
    async restart(name: string) {
      const ended = await processes.get(name)!.stop()
      start(name)
      await serves(name)
      return ended
    },
    verify: () => runKindling(['verify'], { ...environmentOf('producer', services['producer']!), LOG_LEVEL: 'warn' }),
    async stop() {
      await Promise.all([...processes.values()].map((each) => each.stop()))
      await proxy.stop()
      await Promise.all([collector.stop(), chain.stop(), redis.stop(), rabbitmq.stop(), postgres.stop()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What an operator writes into kindling.env. */
function envFileOf(chain: TestChain, collectorUrl: string): Record<string, string> {
  return {
    RPC_URL: `${chain.rpcUrl}/?key=${SECRETS.rpc}`,
    FACTORY_ADDRESS: chain.factoryAddress,
    CHAIN_ID: String(chain.chainId),
    POLL_INTERVAL_SECONDS: '0.1',
    JWT_SECRET: SECRETS.jwt,
    JWT_SECRET_PREVIOUS: SECRETS.previousJwt,
    PUBLIC_URL: 'https://crowdfunding.example.org',
    RATE_LIMIT_ANON: '1000000/minute',
    IPFS_FETCH_TIMEOUT: '2',
    IPFS_PIN_URL: `pinata+http://${SECRETS.pin}@127.0.0.1:1`,
    OTEL_EXPORTER_OTLP_ENDPOINT: collectorUrl,
    OTEL_EXPORTER_OTLP_HEADERS: `authorization=${SECRETS.otlp}`,
  }
}

const pick = (values: Record<string, string>, names: string[]) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)))

export async function isOk(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
    async (answer) => {
      await answer.body?.cancel()
      return answer.ok
    },
    () => false,
  )
}

async function createDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
}
