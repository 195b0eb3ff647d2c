import { connect, type Socket } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { waitFor } from '../../test/support/waitFor.ts'
import { createBareApp } from '../routes/testing/createBareApp.ts'

type App = ReturnType<typeof createBareApp>
let app: App | undefined
let counted = 0
const sockets: Socket[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await app?.close()
})

/** The app with its time-outs in tenths of seconds, so that a test need not wait; what they are is a test of its own. */
async function listen(): Promise<number> {
  app = createBareApp({ env: { RATE_LIMIT_ANON: '1000000/minute' } })
  counted = 0
  app.register(async (instance) => {
    instance.post('/body', { schema: { hide: true } }, async () => ({ ok: true }))
    instance.post('/count', { schema: { hide: true } }, async () => ({ counted: ++counted }))
  })
  await app.ready()
  Object.assign(app.server, { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50 })
  await app.listen({ host: '127.0.0.1', port: 0 })
  return (app.server.address() as { port: number }).port
}

interface Client {
  socket: Socket
  answer(): string
  isClosed(): boolean
  failed(): Error | undefined
}

/** @param allowHalfOpen goes on sending after the server has ended what it sends */
function open(port: number, text: string, allowHalfOpen = false): Client {
  let answer = ''
  let closed = false
  let failed: Error | undefined
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen })
  // Before anything else that is written, however long it takes to connect.
  socket.write(text)
  sockets.push(socket)
  socket.on('data', (data) => {
    answer += data
  })
  socket.on('error', (error) => {
    failed = error
  })
  socket.on('close', () => {
    closed = true
  })
  return { socket, answer: () => answer, isClosed: () => closed, failed: () => failed }
}

/** Sends one sign again and again until the other side hangs up. */
function drip(socket: Socket, sign: string): void {
  const timer = setInterval(() => socket.writable && socket.write(sign), 20)
  socket.on('close', () => clearInterval(timer))
}

it('a client that sends its headers byte by byte is answered 408 and hung up on (slow-loris)', async () => {
  const slow = open(await listen(), 'GET /health/live HTTP/1.1\r\nhost: a\r\nx-a: ')
  drip(slow.socket, 'x')
  await waitFor('the end', slow.isClosed)
  expect(slow.answer()).toMatch(/^HTTP\/1\.1 408 .*"code":"request_timeout"/s)
})

it('a client that sends its body byte by byte is answered 408 and hung up on', async () => {
  const head = 'POST /body HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n'
  const slow = open(await listen(), head)
  drip(slow.socket, ' ')
  await waitFor('the end', slow.isClosed)
  expect(slow.answer()).toMatch(/^HTTP\/1\.1 408 /)
})

it('300 clients that never finish their requests keep nobody from being answered, and are all hung up on', async () => {
  const port = await listen()
  const slow = Array.from({ length: 300 }, () => open(port, 'GET /health/live HTTP/1.1\r\nhost: a\r\n'))
  for (let i = 0; i < 5; i++) expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200)
  await waitFor('all gone', () => slow.every(({ isClosed }) => isClosed()))
  expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200)
})

it('a body of 100 MB is refused by its Content-Length, and one without is cut off at the limit', async () => {
  const port = await listen()
  const head = 'POST /body HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n'
  const stated = open(port, `${head}content-length: 100000000\r\n\r\n`)
  await waitFor('an answer', () => stated.answer().includes('\r\n\r\n'))
  expect(stated.answer()).toMatch(/^HTTP\/1\.1 413 .*"code":"body_too_large"/s)
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
  const chunked = open(port, `${head}transfer-encoding: chunked\r\n\r\n${chunk.repeat(20)}`)
  await waitFor('an answer', () => chunked.answer().includes('\r\n\r\n'))
  expect(chunked.answer()).toMatch(/^HTTP\/1\.1 413 /)
})

it('an Authorization of 20 KB, or 200 headers of 100 bytes, is answered 431', async () => {
  const port = await listen()
  const many = Array.from({ length: 200 }, (_, i) => `x-${i}: ${'a'.repeat(100)}\r\n`).join('')
  for (const headers of [`authorization: Bearer ${'a'.repeat(20_000)}\r\n`, many]) {
    const large = open(port, `GET /health/live HTTP/1.1\r\nhost: a\r\n${headers}\r\n`)
    await waitFor('the end', large.isClosed)
    expect(large.answer()).toMatch(/^HTTP\/1\.1 431 .*"headers_too_large"/s)
  }
})

it('a client has 10 s for its headers, 60 s for all of its request, and is looked at every 5 s', () => {
  app = createBareApp()
  expect(app.server).toMatchObject({
    headersTimeout: 10_000,
    requestTimeout: 60_000,
    connectionsCheckingInterval: 5_000,
  })
  expect(app.initialConfig.bodyLimit).toBe(1024 * 1024)
})

/** Sends a body of 3 MB of which the beginning is answered, the rest only after the answer, as those do that read last. */
async function sendLate(port: number, head: string, after = ''): Promise<Client> {
  const late = open(port, `${head}content-length: 3000000\r\n\r\n`, true)
  const { socket } = late
  await waitFor('the answer and its end', () => socket.readableEnded)
  for (let i = 0; i < 10; i++) await new Promise<void>((done) => void socket.write('x'.repeat(300_000), () => done()))
  socket.end(after)
  await waitFor('the end', late.isClosed)
  return late
}

const COUNT = 'POST /count HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}'
const JSON_POST = 'POST /body HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n'

it.each([
  ['a body that is too large', JSON_POST, 413],
  [
    'no such route, and a client that wants no other answer',
    `${JSON_POST.replace('body', 'none')}connection: close\r\n`,
    404,
  ],
  ['no such route, by HTTP/1.0', JSON_POST.replace('body', 'none').replace('1.1', '1.0'), 404],
])('%s: who is answered may send the rest without being reset', async (_name, head, status) => {
  const late = await sendLate(await listen(), head)
  expect(late.answer()).toMatch(new RegExp(`^HTTP/1\\.1 ${status} .*connection: close`, 'is'))
  expect(late.failed()).toBeUndefined()
})

it('what follows a body that is too large is neither done nor answered', async () => {
  const port = await listen()
  const late = await sendLate(port, JSON_POST, COUNT.repeat(100))
  expect(late.answer().match(/HTTP\/1\.1/g)).toHaveLength(1)
  expect(late.failed()).toBeUndefined()
  expect(counted).toBe(0)
  const asked = open(port, COUNT)
  await waitFor('an answer', () => asked.answer().includes('\r\n\r\n'))
  expect(counted).toBe(1)
})

it('a request that took too long is not done when its end comes after all', async () => {
  const slow = open(await listen(), COUNT.slice(0, -1), true)
  await waitFor('the end of the answer', () => slow.socket.readableEnded)
  expect(slow.answer()).toMatch(/^HTTP\/1\.1 408 /)
  slow.socket.end('}')
  await waitFor('the end', slow.isClosed)
  expect(counted).toBe(0)
})

it('a client that never ends its body is hung up on, and reads why', async () => {
  const endless = open(await listen(), `${JSON_POST}transfer-encoding: chunked\r\n\r\n`)
  drip(endless.socket, `10000\r\n${'x'.repeat(0x10000)}\r\n`)
  await waitFor('the end', endless.isClosed)
  expect(endless.answer()).toMatch(/^HTTP\/1\.1 413 /)
})
