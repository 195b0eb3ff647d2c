import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Question {
  id: number
  method: string
  params: unknown[]
}

/** A plain result, or a way to answer by hand. */
export type Answer =
  | { result: unknown }
  | { error: { code: number; message: string } }
  | ((response: ServerResponse, question: Question) => void)

export interface ScriptedRpc {
  url: string
  questions: Question[]
  close(): Promise<void>
}

/** A JSON-RPC server that answers as the test says. */
export async function startScriptedRpc(script: (question: Question) => Answer): Promise<ScriptedRpc> {
  const questions: Question[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const question = JSON.parse(Buffer.concat(chunks).toString()) as Question
      questions.push(question)
      const answer = script(question)
      if (typeof answer === 'function') return answer(response, question)
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ jsonrpc: '2.0', id: question.id, ...answer }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    questions,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
