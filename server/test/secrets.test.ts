import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from './support/createTestDatabase.ts'
import { waitFor } from './support/waitFor.ts'
import { WITH_US } from './support/withUs.ts'

// Processes that start beside others on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

/** Each stands where an operator or a user would put a secret, and nowhere else. */
const SECRETS = {
  databasePassword: 'sesame-database',
  redisPassword: 'sesame-redis',
  rabbitPassword: 'sesame-rabbit',
  rpcKey: 'sesame-rpc-key',
  gatewayPassword: 'sesame-gateway',
  pinJwt: 'sesame-pin-jwt',
  jwtSecret: 'sesame-jwt-secret-of-more-than-thirty-two-signs',
  jwtPrevious: 'sesame-previous-secret-of-more-than-thirty-two',
  password: 'sesame violet kettle orbit',
  wrongPassword: 'sesame-wrong-password',
}
/** So that the database's password is one that stands nowhere else. */
const ROLE = `kindling_secrets_${randomBytes(4).toString('hex')}`
/** Tokens are made while the test runs. */
const tokens: string[] = []

let database: TestDatabase
let dataDir: string
let said = ''
const children: ChildProcess[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  dataDir = await mkdtemp(join(tmpdir(), 'kindling-secrets-'))
  await inDatabase(`create role ${ROLE} superuser login password '${SECRETS.databasePassword}'`)
  await inDatabase(`insert into chains (chain_id, name) values (31337, 'Test')`)
})
afterAll(async () => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL')
  await rm(dataDir, { recursive: true })
  await inDatabase(`drop owned by ${ROLE} cascade; drop role ${ROLE}`)
  await database.drop()
})

async function inDatabase(text: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client(database.url)
  await client.connect()
  await client.query(text, values)
  await client.end()
}

function start(...args: string[]): ChildProcess {
  const url = new URL(database.url)
  url.username = ROLE
  url.password = SECRETS.databasePassword
  const entry = join(import.meta.dirname, '../src/bin/kindling.ts')
  const [file = '', ...rest] = [...WITH_US, process.execPath, entry, ...args]
  const child = spawn(file, rest, {
    cwd: dataDir,
    env: {
      PATH: process.env['PATH'],
      LOG_LEVEL: 'trace',
      PORT: '0',
      KINDLING_DATA_DIR: dataDir,
      DATABASE_URL: url.href,
      REDIS_URL: `redis://:${SECRETS.redisPassword}@127.0.0.1:1`,
      RABBITMQ_URL: `amqp://kindling:${SECRETS.rabbitPassword}@127.0.0.1:1`,
      RPC_URL: `http://127.0.0.1:1/v3/${SECRETS.rpcKey}`,
      FACTORY_ADDRESS: `0x${'f'.repeat(40)}`,
      CHAIN_ID: '31337',
      IPFS_GATEWAY_URL: `http://user:${SECRETS.gatewayPassword}@127.0.0.1:1/`,
      IPFS_PIN_URL: `pinata+http://${SECRETS.pinJwt}@127.0.0.1:1`,
      JWT_SECRET: SECRETS.jwtSecret,
      JWT_SECRET_PREVIOUS: SECRETS.jwtPrevious,
      PUBLIC_URL: 'https://fund.example',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on('data', (data) => {
      said += data
    })
  }
  children.push(child)
  return child
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

test('whatever goes wrong, no secret of the operator or of a user stands in a log or an answer', async () => {
  const parts = [start('api'), start('worker'), start('producer', 'run'), start('consumer', 'run')]
  const listening = /^API at (http:\/\/127\.0\.0\.1:\d+)/m
  await waitFor('the API listens', () => listening.test(said), 60_000).catch((error) => {
    throw new Error(said.slice(0, 5_000), { cause: error })
  })
  const origin = listening.exec(said)![1]
  const address = `0x${'a'.repeat(40)}`
  await inDatabase(
    `insert into campaigns (chain_id, address, factory_address, creator_address, goal_wei, deadline_ts, cid,
                            created_block, created_log_index, created_at, updated_at)
     values (31337, $1, $1, $1, 1, 1, 'bafkreicysg23kiwv34eg2d7qweipxwosdo2py4ldv42nbauguluen5v6am', 1, 0, now(), now())`,
    [address],
  )

  let answered = ''
  async function ask(path: string, body?: unknown, token?: string): Promise<Record<string, string>> {
    const isForm = body instanceof FormData
    const response = await fetch(`${origin}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    answered += `${path} ${response.status} ${JSON.stringify([...response.headers])} ${text}\n`
    try {
      return JSON.parse(text)
    } catch {
      return {}
    }
  }

  const made = await ask('/api/v1/auth/register/', { username: 'ada', password: SECRETS.password })
  const { access = '', refresh = '' } = made
  expect(access).not.toBe('')
  tokens.push(access, refresh)
  // Tokens are given to whom they belong: these two answers are the only place for them.
  answered = ''
  await ask('/api/v1/auth/token/', { username: 'ada', password: SECRETS.wrongPassword })
  await ask('/api/v1/auth/register/', { username: 'ada', password: SECRETS.password })
  await ask('/api/v1/auth/register/', { username: 'bob', password: 'sesame' })
  await ask('/api/v1/auth/register/', { username: ['x'], password: SECRETS.password })
  await ask('/api/v1/auth/me/', undefined, access)
  await ask('/api/v1/auth/me/', undefined, `${access}x`)
  await ask('/api/v1/auth/token/refresh/', { refresh: `${refresh}x` })
  await ask('/api/v1/auth/token/verify/', { token: access })
  await ask(`/api/v1/campaigns/?token=${access}&password=${SECRETS.password}`.replaceAll(' ', '+'))
  await ask(`/api/v1/campaigns/${address}/metadata/refresh/`, {}, access)
  await ask(`/api/v1/campaigns/${address}/metadata/`)
  const form = new FormData()
  form.append('file', new Blob(['{"name":"A well"}']), 'a.json')
  await ask('/api/v1/uploads/', form, access)
  for (const path of ['/health/ready', '/metrics', '/api/v1/chains/', '/api/schema/', '/nothing']) await ask(path)
  await waitFor('the pin to fail', () => said.includes('uploads.pin') && /Failed task/.test(said), 60_000)
  await waitFor('Redis to be missed', () => said.includes('Redis'), 60_000)
  await Promise.all(parts.map(stop))

  for (const [what, where] of [
    ['the log', said],
    ['an answer', answered.replaceAll(/^\/api\/v1\/campaigns\/\?.*$/gm, '')],
  ] as const) {
    for (const [name, secret] of [...Object.entries(SECRETS), ...tokens.map((one, i) => [`token ${i}`, one] as const)])
      for (const form of [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')])
        expect(where.includes(form), `${name} in ${what}: ${lineWith(where, form)}`).toBe(false)
  }
})

const lineWith = (text: string, part: string): string =>
  text
    .split('\n')
    .find((line) => line.includes(part))
    ?.slice(0, 500) ?? ''
