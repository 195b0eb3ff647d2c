import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { documentOf } from './documents.ts'

/** A gateway in a process of its own: it takes its time, and fails now and then. */
export interface GatewayTask {
  documents: number
  latencyMs: number
  /** Of 100 requests, so many are answered with 500. */
  errorPercent: number
}

const { documents, latencyMs, errorPercent } = JSON.parse(process.argv[2]!) as GatewayTask
const blocks = new Map(Array.from({ length: documents }, (_, n) => documentOf(n)).map(({ cid, bytes }) => [cid, bytes]))
const spacing = Math.round(100 / errorPercent)
let asked = 0
let errors = 0

const server = http.createServer((request, response) => {
  const fails = ++asked % spacing === 0
  if (fails) errors += 1
  setTimeout(() => {
    const block = blocks.get(/^\/ipfs\/(\w+)\?format=raw$/.exec(request.url ?? '')?.[1] ?? '')
    if (fails || !block) response.writeHead(fails ? 500 : 404, { 'content-type': 'text/plain' }).end('no')
    else response.writeHead(200, { 'content-type': 'application/vnd.ipld.raw' }).end(block)
  }, latencyMs)
})
server.listen(0, '127.0.0.1', () =>
  process.send!({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
)
process.on('message', () => process.send!({ asked, errors }))
process.once('disconnect', () => process.exit(0))
