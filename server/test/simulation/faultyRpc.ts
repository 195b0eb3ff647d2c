import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Random } from '../../src/demo/random.ts'

/** What an RPC endpoint on a bad day does, each measured somewhere on a real one. */
export const rpcFaults = [
  'server error',
  'rate limited',
  'too many results',
  'not json',
  'cut off',
  'reset',
  'behind',
  'null block',
  'wrong chain',
  'duplicate logs',
  'shuffled logs',
  'no logs',
] as const
export type RpcFaultName = (typeof rpcFaults)[number]

export interface FaultyRpc {
  url: string
  /** How often a request meets a fault, 0 to 1. */
  rate: number
  faults: RpcFaultName[]
  close(): Promise<void>
}

/**
 * A proxy before a node that answers some requests as nodes on a bad day do. `no logs` (a node that has the header but not
 * yet its logs) is honest again for the same question a moment later, but only the hash-pinned question tells.
 */
export async function startFaultyRpc(target: string, random: Random, rate: number): Promise<FaultyRpc> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      answer(Buffer.concat(chunks).toString(), response).catch(() => response.destroy())
    })
  })
  const faulty: FaultyRpc = {
    url: '',
    rate,
    faults: rpcFaults.filter((fault) => fault !== 'no logs' && fault !== 'wrong chain'),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }

  async function answer(body: string, response: ServerResponse): Promise<void> {
    const question = JSON.parse(body) as { id: number; method: string; params: [unknown] }
    const fault = random.chance(faulty.rate) ? random.pick(faulty.faults) : undefined
    const send = (status: number, text: string) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(text)
    }
    const error = (code: number, message: string) =>
      JSON.stringify({ jsonrpc: '2.0', id: question.id, error: { code, message } })
    if (fault === 'server error') return send(503, 'upstream gone')
    if (fault === 'rate limited') return send(429, error(-32005, 'too many requests'))
    if (fault === 'not json') return send(200, '<html>busy</html>')
    if (fault === 'reset') return void response.destroy()
    if (fault === 'too many results' && question.method === 'eth_getLogs') {
      return send(200, error(-32005, 'query returned more than 10000 results'))
    }
    const upstream = await fetch(target, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    const text = await upstream.text()
    if (fault === 'cut off') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(text.length) })
      response.write(text.slice(0, text.length / 2))
      setImmediate(() => response.destroy())
      return
    }
    const reply = JSON.parse(text) as { result?: unknown }
    if (fault === 'null block' && question.method === 'eth_getBlockByNumber') reply.result = null
    if (fault === 'wrong chain' && question.method === 'eth_chainId') reply.result = '0x1'
    if (fault === 'behind' && question.method === 'eth_getBlockByNumber' && question.params[0] === 'latest') {
      return send(200, await older(target, question.id, reply.result as { number: string }))
    }
    if (question.method === 'eth_getLogs' && Array.isArray(reply.result)) {
      const logs: unknown[] = reply.result
      if (fault === 'duplicate logs') reply.result = logs.concat(logs)
      if (fault === 'shuffled logs') reply.result = logs.toReversed()
      if (fault === 'no logs') reply.result = []
    }
    send(200, JSON.stringify(reply))
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  faulty.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return faulty
}

/** A head some blocks back. */
async function older(target: string, id: number, head: { number: string }): Promise<string> {
  const number = `0x${Math.max(0, Number(head.number) - 3).toString(16)}`
  const response = await fetch(target, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id, method: 'eth_getBlockByNumber', params: [number, false] }),
  })
  return response.text()
}
