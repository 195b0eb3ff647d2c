import { createHash } from 'node:crypto'
import http, { type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CarReader } from '@ipld/car'
import { type Credentials, signV4 } from '../signV4.ts'

export interface PinServer extends AsyncDisposable {
  url: URL
  /** Roots imported, as the server read them from the CARs it was sent. */
  imported: string[]
  /** Roots that are kept now. */
  kept(): string[]
}

export interface Reply {
  status?: number
  headers?: Record<string, string>
  body?: string
}

type Answer = (request: IncomingMessage, body: Buffer) => Promise<Reply>

async function listen(answer: Answer, imported: string[], kept: () => Iterable<string>): Promise<PinServer> {
  const server = http.createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>))
    const reply = await answer(request, body).catch((error): Reply => ({ status: 500, body: String(error) }))
    response.writeHead(reply.status ?? 200, reply.headers)
    response.end(reply.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    imported,
    kept: () => [...kept()],
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Reads a multipart body with a parser that is not ours. */
const readForm = (request: IncomingMessage, body: Buffer): Promise<FormData> =>
  new Response(new Uint8Array(body), { headers: { 'content-type': request.headers['content-type'] ?? '' } }).formData()

const rootOf = async (car: Uint8Array): Promise<string> => {
  const reader = await CarReader.fromBytes(car)
  const [root] = await reader.getRoots()
  if (!root || !(await reader.has(root))) throw new Error('the CAR lacks its root')
  return root.toString()
}

async function fileRoot(form: FormData): Promise<string> {
  const file = form.get('file')
  if (!(file instanceof Blob)) throw new Error('no file in the form')
  return rootOf(new Uint8Array(await file.arrayBuffer()))
}

/** Answers in place of the documented protocol, or undefined to follow it. */
export type Instead = (root: string) => Reply | undefined

export function startKubo(instead: Instead = () => undefined): Promise<PinServer> {
  const imported: string[] = []
  const pinned = new Set<string>()
  return listen(
    async (request, body) => {
      if (request.method !== 'POST') return { status: 405, body: '405 - Method Not Allowed' }
      const removed = /^\/api\/v0\/pin\/rm\?arg=(\w+)$/.exec(request.url ?? '')?.[1]
      if (removed) {
        const answer = instead(removed)
        if (answer) return answer
        if (pinned.delete(removed)) return { body: JSON.stringify({ Pins: [removed] }) }
        return { status: 500, body: '{"Message":"not pinned or pinned indirectly","Code":0,"Type":"error"}' }
      }
      if (request.url !== '/api/v0/dag/import?pin-roots=true') return { status: 404, body: '404 page not found' }
      const root = await fileRoot(await readForm(request, body))
      imported.push(root)
      const answer = instead(root)
      if (answer) return answer
      pinned.add(root)
      return { body: `${JSON.stringify({ Root: { Cid: { '/': root }, PinErrorMsg: '' } })}\n` }
    },
    imported,
    () => pinned,
  )
}

export function startPinata(jwt: string, instead: Instead = () => undefined): Promise<PinServer> {
  const imported: string[] = []
  // Somebody else's file of whatever content is asked for is always there besides.
  const files = new Map<string, { name: string; cid: string }>()
  return listen(
    async (request, body) => {
      if (request.headers.authorization !== `Bearer ${jwt}`) return { status: 401, body: '{"error":"Not Authorized"}' }
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://pinata')
      if (request.method === 'GET' && pathname === '/v3/files/public') {
        const cid = searchParams.get('cid') ?? ''
        const own = [...files].filter(([, file]) => file.cid === cid).map(([id, file]) => ({ id, ...file }))
        const answer = {
          data: { files: [{ id: 'of another', name: 'picture.png', cid }, ...own], next_page_token: '' },
        }
        return instead(cid) ?? { body: JSON.stringify(answer) }
      }
      const id = /^\/v3\/files\/public\/([\w-]+)$/.exec(pathname)?.[1]
      if (request.method === 'DELETE' && id) return files.delete(id) ? { body: '{"data":null}' } : { status: 404 }
      if (request.method !== 'POST' || request.url !== '/v3/files') return { status: 404 }
      const form = await readForm(request, body)
      if (form.get('network') !== 'public' || form.get('car') !== 'true')
        return { status: 400, body: '{"error":"not a public CAR"}' }
      const root = await fileRoot(form)
      imported.push(root)
      const answer = instead(root)
      if (answer) return answer
      const name = String(form.get('name'))
      const fileId = `file-${imported.length}`
      files.set(fileId, { name, cid: root })
      return { body: JSON.stringify({ data: { id: fileId, name, cid: root, size: body.byteLength } }) }
    },
    imported,
    () => [...files.values()].map(({ cid }) => cid),
  )
}

/** A bucket that tells the CID on PUT, or only on HEAD as after a longer import. */
export function startBucket(
  credentials: Credentials,
  tellsOn: 'PUT' | 'HEAD' = 'PUT',
  instead: Instead = () => undefined,
): Promise<PinServer> {
  const imported: string[] = []
  const objects = new Map<string, string>()
  return listen(
    async (request, body) => {
      const { url = '', method = '', headers } = request
      const signed = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '')?.[1]?.split(';') ?? []
      const own = ['host', 'x-amz-date', 'x-amz-content-sha256']
      const sent = Object.fromEntries(
        signed.filter((name) => !own.includes(name)).map((name) => [name, String(headers[name])]),
      )
      const time = String(headers['x-amz-date']).replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z')
      const expected = signV4(method, new URL(url, `http://${headers.host}`), sent, body, credentials, new Date(time))
      if (headers.authorization !== expected['authorization'])
        return { status: 403, body: '<Code>SignatureDoesNotMatch</Code>' }
      if (headers['x-amz-content-sha256'] !== createHash('sha256').update(body).digest('hex')) return { status: 400 }
      if (method === 'PUT') {
        if (headers['x-amz-meta-import'] !== 'car' || !signed.includes('x-amz-meta-import'))
          return { status: 400, body: 'not a CAR import' }
        const root = await rootOf(body)
        imported.push(root)
        objects.set(url, root)
        return instead(root) ?? { headers: tellsOn === 'PUT' ? { 'x-amz-meta-cid': root } : {} }
      }
      const root = objects.get(url)
      if (method === 'DELETE') {
        const answer = instead(root ?? url)
        if (answer) return answer
        objects.delete(url)
        return { status: 204 }
      }
      if (method !== 'HEAD' || !root) return { status: 404 }
      return instead(root) ?? { headers: { 'x-amz-meta-cid': root } }
    },
    imported,
    () => objects.values(),
  )
}
