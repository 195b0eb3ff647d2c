import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/createTestDatabase.ts'
import { waitFor } from '../support/waitFor.ts'
import { type KindlingProcess, startKindling } from './kindling.ts'

const SECRETS = {
  rabbitmq: 'marked-rabbitmq-password',
  redis: 'marked-redis-password',
  rpcPath: 'marked-rpc-path-key',
  rpcQuery: 'marked-rpc-query-key',
  rpcUser: 'marked-rpc-user',
  webSocket: 'marked-websocket-key',
  gateway: 'marked-gateway-key',
  pin: 'marked-pin-secret',
  jwt: 'marked-jwt-secret-of-more-than-32-characters',
  previousJwt: 'marked-previous-jwt-secret-of-32-characters',
  otlp: 'marked-otlp-header',
  database: 'marked-database-password',
}

let folder: string
let database: TestDatabase
/** Refuses everything, and says what it was asked, as some services do. */
const unfriendly = createServer((request, response) => {
  request.resume()
  response
    .writeHead(500, { 'content-type': 'text/plain' })
    .end(`cannot do ${request.url} ${request.headers.authorization ?? ''}`)
})
let port: number

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kindling-secrets-'))
  database = await createTestDatabase()
  await new Promise<void>((resolve) => unfriendly.listen(0, '127.0.0.1', resolve))
  port = (unfriendly.address() as AddressInfo).port
})
afterAll(async () => {
  unfriendly.closeAllConnections()
  await new Promise((resolve) => unfriendly.close(resolve))
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** Everything but the database fails, in a way that tempts to log where. */
const failing = () => ({
  DATABASE_URL: database.url,
  RABBITMQ_URL: `amqp://kindling:${SECRETS.rabbitmq}@127.0.0.1:1`,
  REDIS_URL: `redis://:${SECRETS.redis}@127.0.0.1:1`,
  RPC_URL: `http://user:${SECRETS.rpcUser}@127.0.0.1:${port}/v2/${SECRETS.rpcPath}?key=${SECRETS.rpcQuery}`,
  RPC_WS_URL: `ws://127.0.0.1:${port}/${SECRETS.webSocket}`,
  FACTORY_ADDRESS: `0x${'11'.repeat(20)}`,
  CHAIN_ID: '4242',
  IPFS_GATEWAY_URL: `http://127.0.0.1:${port}/${SECRETS.gateway}`,
  IPFS_PIN_URL: `pinata+http://${SECRETS.pin}@127.0.0.1:${port}`,
  JWT_SECRET: SECRETS.jwt,
  JWT_SECRET_PREVIOUS: SECRETS.previousJwt,
  OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
  OTEL_EXPORTER_OTLP_HEADERS: `authorization=${SECRETS.otlp}`,
  KINDLING_DATA_DIR: join(folder, 'data'),
  POLL_INTERVAL_SECONDS: '0.1',
  PORT: '0',
  LOG_LEVEL: 'trace',
})

function expectNoSecret(processes: KindlingProcess[]): void {
  for (const { name, output } of processes)
    for (const [what, secret] of Object.entries(SECRETS))
      expect([name, what, output().includes(secret)]).toEqual([name, what, false])
}

test('processes whose broker, node, gateways, Redis and collector all fail write of it at trace without any secret, and still stop', async () => {
  const processes = [
    startKindling(['producer', 'run'], failing()),
    startKindling(['consumer', 'run'], failing()),
    startKindling(['worker'], failing()),
    startKindling(['api'], failing()),
  ]
  const [producer, consumer, worker, api] = processes as [
    KindlingProcess,
    KindlingProcess,
    KindlingProcess,
    KindlingProcess,
  ]
  await worker.says('Worker runs.')
  await api.says('API at ')
  const base = /API at (http\S+)\/api/.exec(api.output())?.[1]
  for (const path of [
    '/api/v1/campaigns/',
    '/health/ready',
    '/api/v1/auth/me/',
    '/api/v1/ipfs/bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy',
  ])
    await fetch(`${base}${path}`, { headers: { authorization: `Bearer ${SECRETS.jwt}` } }).then((answer) =>
      answer.text(),
    )
  await waitFor(
    'the producer and the consumer tell what fails',
    () => [producer, consumer].every((each) => /"level":[45]0/.test(each.output())),
    120_000,
  )
  const ends = await Promise.all(processes.map((each) => each.stop()))
  expect(ends.map(({ code }) => code)).toEqual([0, 0, 0, 0])
  expect(ends.filter(({ ms }) => ms >= 10_000)).toEqual([])
  expectNoSecret(processes)
}, 300_000)

test('processes that cannot start say why without any secret', async () => {
  const deadDatabase = { ...failing(), DATABASE_URL: `postgres://kindling:${SECRETS.database}@127.0.0.1:1/kindling` }
  const wrong = { ...failing(), RPC_URL: `ftp://${SECRETS.rpcUser}@host/${SECRETS.rpcPath}` }
  const processes = [
    ...[['producer', 'run'], ['consumer', 'run'], ['worker'], ['api'], ['start'], ['migrate']].map((args) =>
      startKindling(args, deadDatabase),
    ),
    startKindling(['api'], wrong),
    startKindling(['backup', join(folder, 'backup')], deadDatabase),
    startKindling(['migrate-to', '--database-url', deadDatabase.DATABASE_URL], failing()),
  ]
  for (const each of processes) {
    expect([each.name, await each.exited]).toEqual([each.name, 1])
    expect([each.name, each.output()]).toEqual([each.name, expect.stringContaining('kindling: ')])
  }
  expectNoSecret(processes)
}, 300_000)
