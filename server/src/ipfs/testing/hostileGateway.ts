import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { createWriter, headerLength } from '@ipld/car/buffer-writer'
import { CID } from 'multiformats/cid'
import { blockKey, RAW } from '../cid.ts'
import { type BlockMap, sha256Cid } from './dags.ts'

export interface Asked {
  request: IncomingMessage
  response: ServerResponse
  /** What an honest gateway would send. */
  block: Uint8Array | undefined
}

/** What a gateway does when it is asked for a block. */
export type Behaviour = (asked: Asked) => void

export interface TestGateway extends AsyncDisposable {
  url: string
  /** Paths asked for, with their queries. */
  asked: string[]
  /** Bytes handed to the network, for endless bodies. */
  sentBytes(): number
}

const RAW_BLOCK = { 'content-type': 'application/vnd.ipld.raw' }

const send = (
  response: ServerResponse,
  bytes: Uint8Array,
  headers: Record<string, string> = RAW_BLOCK,
  status = 200,
) => {
  response.writeHead(status, { ...headers, 'content-length': String(bytes.byteLength) })
  response.end(bytes)
}

export const honest: Behaviour = ({ response, block }) => {
  if (block) send(response, block)
  else send(response, Buffer.from('not here'), { 'content-type': 'text/plain' }, 404)
}

const status = (code: number, headers: Record<string, string> = {}): Behaviour => {
  return ({ response }) =>
    send(response, Buffer.from('an error page'), { 'content-type': 'text/html', ...headers }, code)
}

const instead = (change: (block: Uint8Array) => Uint8Array, headers = RAW_BLOCK): Behaviour => {
  return ({ response, block }) => send(response, change(block ?? new Uint8Array(0)), headers)
}

const withBitFlipped = (block: Uint8Array) => {
  const flipped = Buffer.from(block)
  flipped[0] = (flipped[0] ?? 0) ^ 1
  return flipped
}

/** A CAR of the block, and what can be wrong with one: all useless where the block itself was asked for. */
function carOf(block: Uint8Array, root = sha256Cid(block, RAW)): Buffer {
  const header = createWriter(new ArrayBuffer(headerLength({ roots: [root] })), { roots: [root] }).close()
  return Buffer.concat([header, section(block)])
}
function section(block: Uint8Array): Buffer {
  const { bytes } = sha256Cid(block, RAW)
  return Buffer.concat([Buffer.from([bytes.byteLength + block.byteLength]), bytes, block])
}
const CAR = { 'content-type': 'application/vnd.ipld.car; version=1' }
const foreign = Buffer.from('some other block')
const json = { 'content-type': 'application/json' }

const page = () => Buffer.from('<!doctype html><title>Sign in to the network</title>')

/** Repeats until the other side hangs up. */
function drip(response: ServerResponse, bytes: Uint8Array, pauseMs: number): void {
  const timer = setInterval(() => response.write(bytes), pauseMs)
  response.on('close', () => clearInterval(timer))
}

/** As fast as it is taken, for ever. */
function pour(response: ServerResponse): void {
  const bytes = Buffer.alloc(64 * 1024, 120)
  const on = () => {
    while (!response.destroyed && response.write(bytes));
  }
  response.on('drain', on)
  on()
}

/** Ten megabytes of nothing in ten kilobytes. */
const bomb = gzipSync(Buffer.alloc(10 * 1024 * 1024))

/** Each way of misbehaving, by the name the test's title gives it. */
export const misbehaviours = {
  'one bit flipped': instead(withBitFlipped),
  'another block': instead(() => Buffer.from('some other block')),
  'a short block': instead((block) => block.subarray(0, -1)),
  'an empty body': instead(() => new Uint8Array(0)),
  'HTML with 200': instead(page, { 'content-type': 'text/html; charset=utf-8' }),
  'HTML that says it is a block': instead(page),
  'a CAR of the block': instead((block) => carOf(block), CAR),
  'a CAR cut off in the middle of a block': instead((block) => carOf(block).subarray(0, -5), CAR),
  'a CAR cut off at a block’s edge': instead((block) => carOf(block).subarray(0, -section(block).byteLength), CAR),
  'a CAR with a foreign block': instead((block) => Buffer.concat([carOf(block), section(foreign)]), CAR),
  'a CAR of another root': instead((block) => carOf(block, sha256Cid(foreign, RAW)), CAR),
  'a CAR with a section of length 2^40': instead(
    (block) => Buffer.concat([carOf(block), Buffer.from([0x80, 0x80, 0x80, 0x80, 0x80, 0x20])]),
    CAR,
  ),
  'a CAR called a block': instead((block) => carOf(block)),
  'JSON that is not an object': instead(() => Buffer.from('[1, 2]'), json),
  'deep JSON': instead(() => Buffer.from('['.repeat(100_000)), json),
  'huge JSON': instead(() => Buffer.from(JSON.stringify('x'.repeat(3_000_000))), json),
  'invalid UTF-8': instead(() => Buffer.from([0xff, 0xfe, 0x00, 0xc0])),
  'fewer bytes than its Content-Length': ({ response, block }) => {
    response.writeHead(200, { ...RAW_BLOCK, 'content-length': String((block?.byteLength ?? 0) + 100) })
    response.write(block)
    setImmediate(() => response.destroy())
  },
  'an endless body': ({ response }) => {
    response.writeHead(200, RAW_BLOCK)
    pour(response)
  },
  'a huge Content-Length': ({ response }) => {
    response.writeHead(200, { ...RAW_BLOCK, 'content-length': String(2 ** 40) })
    response.flushHeaders()
  },
  'a gzip bomb': ({ response }) => send(response, bomb, { ...RAW_BLOCK, 'content-encoding': 'gzip' }),
  'one byte at a time': ({ response }) => {
    response.writeHead(200, RAW_BLOCK)
    drip(response, Buffer.from('x'), 20)
  },
  'a hang before the headers': () => {},
  'a hang after the headers': ({ response }) => {
    response.writeHead(200, RAW_BLOCK)
    response.flushHeaders()
  },
  'a reset': ({ request }) => request.socket.resetAndDestroy(),
  'a reset in the body': ({ request, response, block }) => {
    response.writeHead(200, RAW_BLOCK)
    response.write(block?.subarray(0, 1), () => request.socket.resetAndDestroy())
  },
  'something that is not HTTP': ({ request }) => request.socket.end('SSH-2.0-OpenSSH_9.6\r\n'),
  'headers without end': ({ request }) => {
    const on = () => {
      while (!request.socket.destroyed && request.socket.write(`x-${'a'.repeat(1000)}: 1\r\n`));
    }
    request.socket.on('error', () => {})
    request.socket.on('drain', on)
    request.socket.write('HTTP/1.1 200 OK\r\n')
    on()
  },
  'a redirect to another host': status(307, { location: 'http://gateway.invalid/ipfs/elsewhere' }),
  'a redirect to a private address': status(302, { location: 'http://169.254.169.254/latest/meta-data/' }),
  'a redirect to itself': ({ request, response }) =>
    send(response, Buffer.from(''), { location: request.url ?? '/' }, 301),
  404: status(404),
  410: status(410),
  '429 with Retry-After': status(429, { 'retry-after': '120' }),
  '503 with Retry-After as a date': status(503, { 'retry-after': new Date(Date.now() + 120_000).toUTCString() }),
  500: status(500),
  204: status(204),
} satisfies Record<string, Behaviour>

/** A gateway on a free local port that has the blocks and treats requests for them as told. */
export async function startGateway(blocks: BlockMap, behaviour: Behaviour = honest): Promise<TestGateway> {
  const asked: string[] = []
  let sentBytes = 0
  const server = http.createServer((request, response) => {
    const url = request.url ?? ''
    asked.push(url)
    response.on('error', () => {})
    const text = /^\/ipfs\/([^/?]+)/.exec(url)?.[1]
    behaviour({ request, response, block: text ? blocks.get(blockKey(CID.parse(text))) : undefined })
  })
  server.on('connection', (socket) => {
    socket.on('error', () => {})
    socket.on('close', () => {
      sentBytes += socket.bytesWritten
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    sentBytes: () => sentBytes,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The address of a port where nothing listens. */
export async function deadUrl(): Promise<string> {
  await using gateway = await startGateway(new Map())
  return gateway.url
}
