import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { largestDocumentOf } from './documents.ts'

/** A gateway in a process of its own that makes whoever asks hold as much as it can. */
export interface HoarderTask {
  /** `hang`: all but the last byte of the largest block, and then nothing; `serve`: the largest documents there are. */
  does: 'hang' | 'serve'
  documents: number
}

const LARGEST_BLOCK_BYTES = 2 * 1024 * 1024

const task = JSON.parse(process.argv[2]!) as HoarderTask
const documents = Array.from({ length: task.documents }, (_, n) => largestDocumentOf(n))
const blocks = new Map(documents.map(({ cid, bytes }) => [cid, bytes]))
const almost = Buffer.alloc(LARGEST_BLOCK_BYTES - 1, 'x')
let asked = 0

const server = http.createServer((request, response) => {
  asked++
  response.setHeader('content-type', 'application/vnd.ipld.raw')
  if (task.does === 'hang') return void response.writeHead(200).write(almost)
  const block = blocks.get(/^\/ipfs\/(\w+)\?format=raw$/.exec(request.url ?? '')?.[1] ?? '')
  response.writeHead(block ? 200 : 404).end(block)
})
server.listen(0, '127.0.0.1', () =>
  process.send!({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
)
process.on('message', () => process.send!({ asked, errors: 0 }))
process.once('disconnect', () => process.exit(0))
