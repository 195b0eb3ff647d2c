import { randomBytes } from 'node:crypto'
import { CID } from 'multiformats/cid'
import { expect, test } from 'vitest'
import type { BlockStore } from './blockStore.ts'
import { createPinBackend } from './createPinBackend.ts'
import type { IpfsErrorCode } from './IpfsError.ts'
import { importFile } from './importFile.ts'
import { pinRoot } from './pin.ts'
import { signV4 } from './signV4.ts'
import { sha256Cid } from './testing/dags.ts'
import { type Instead, type PinServer, startBucket, startKubo, startPinata } from './testing/pinServers.ts'
import { temporaryStore } from './testing/temporaryStore.ts'

const JWT = 'eyJhbGciOiJIUzI1NiJ9.e30.abc-_'
const keys = { accessKey: 'KEY', secretKey: 'sec/ret+', region: 'us-east-1' }
const wrong = sha256Cid(Buffer.from('something else'), 0x55).toString()

interface Service {
  start(instead?: Instead): Promise<PinServer>
  url(server: PinServer): string
  /** The protocol's answer, with another CID in it. */
  answering(cid: string): Instead
}

const services: Record<string, Service> = {
  Kubo: {
    start: startKubo,
    url: ({ url }) => url.href,
    answering: (cid) => () => ({ body: `${JSON.stringify({ Root: { Cid: { '/': cid }, PinErrorMsg: '' } })}\n` }),
  },
  Pinata: {
    start: (instead) => startPinata(JWT, instead),
    url: ({ url }) => `pinata+http://${JWT}@${url.host}`,
    answering: (cid) => () => ({ body: JSON.stringify({ data: { cid } }) }),
  },
  'an S3 bucket': {
    start: (instead) => startBucket(keys, 'PUT', instead),
    url: ({ url }) => `s3+http://KEY:${encodeURIComponent(keys.secretKey)}@${url.host}/bucket`,
    answering: (cid) => () => ({ headers: { 'x-amz-meta-cid': cid } }),
  },
  'an S3 bucket that tells later': {
    start: (instead) => startBucket(keys, 'HEAD', instead),
    url: ({ url }) => `s3+http://KEY:${encodeURIComponent(keys.secretKey)}@${url.host}/bucket/`,
    answering: (cid) => () => ({ headers: { 'x-amz-meta-cid': cid } }),
  },
}

const within = () => AbortSignal.timeout(10_000)

async function pinAt(service: Service, instead?: Instead): Promise<{ root: CID; imported: string[] }> {
  await using server = await service.start(instead)
  await using temporary = await temporaryStore()
  const root = await importFile(temporary.store, randomBytes(1_100_000))
  await pinRoot(temporary.store, createPinBackend(temporary.store, service.url(server)), root, within())
  return { root, imported: server.imported }
}

test.each(Object.keys(services))('%s pins the CAR it is sent', async (name) => {
  const { root, imported } = await pinAt(services[name]!)
  expect(imported).toEqual([root.toString()])
})

test.each(Object.keys(services))('%s that answers a wrong root has not pinned', async (name) => {
  const service = services[name]!
  await expect(pinAt(service, service.answering(wrong))).rejects.toMatchObject({ code: 'wrong_root', retryable: false })
  await expect(pinAt(service, service.answering('rubbish'))).rejects.toMatchObject({ code: 'wrong_root' })
})

test.each(Object.keys(services))('%s that answers the same root as CIDv0 has pinned', async (name) => {
  const service = services[name]!
  await pinAt(service, (root) => service.answering(CID.createV0(CID.parse(root).multihash as never).toString())(root))
})

test.each<[number, IpfsErrorCode]>([
  [400, 'pin_refused'],
  [401, 'pin_refused'],
  [403, 'pin_refused'],
  [413, 'pin_refused'],
  [429, 'pin_failed'],
  [500, 'pin_failed'],
  [503, 'pin_failed'],
  [302, 'pin_failed'],
])('status %i is %s at every service', async (status, code) => {
  for (const service of Object.values(services))
    await expect(
      pinAt(service, () => ({ status, headers: { location: 'http://127.0.0.1:9/' } })),
    ).rejects.toMatchObject({ code, status })
})

test.each(Object.keys(services))('%s lets go of what it pinned, once and again', async (name) => {
  const service = services[name]!
  await using server = await service.start()
  await using temporary = await temporaryStore()
  const backend = createPinBackend(temporary.store, service.url(server))
  const [root, other] = [
    await importFile(temporary.store, randomBytes(10)),
    await importFile(temporary.store, randomBytes(10)),
  ]
  for (const one of [root, other]) await pinRoot(temporary.store, backend, one, within())
  await backend.unpin(root, within())
  expect(server.kept()).toEqual([other.toString()])
  await backend.unpin(root, within())
  expect(server.kept()).toEqual([other.toString()])
})

test.each<[number, IpfsErrorCode]>([
  [401, 'pin_refused'],
  [429, 'pin_failed'],
  [500, 'pin_failed'],
])('status %i to letting go is %s at every service', async (status, code) => {
  for (const service of Object.values(services)) {
    await using server = await service.start(() => ({ status, body: 'no' }))
    await using temporary = await temporaryStore()
    const backend = createPinBackend(temporary.store, service.url(server))
    await expect(backend.unpin(sha256Cid(Buffer.from('x'), 0x55), within())).rejects.toMatchObject({ code, status })
  }
})

test('of Pinata’s files, only those pinned from here are deleted', async () => {
  // The test server lists somebody else's file of the same content besides, and answers 404 to whoever deletes it.
  await using server = await startPinata(JWT, () => ({ body: '{"data":{}}' }))
  await using temporary = await temporaryStore()
  const backend = createPinBackend(temporary.store, services['Pinata']!.url(server))
  await expect(backend.unpin(sha256Cid(Buffer.from('x'), 0x55), within())).rejects.toMatchObject({ code: 'pin_failed' })
})

test('Kubo’s failed pins come with status 200', async () => {
  const failed = (root: string) => ({
    body: JSON.stringify({ Root: { Cid: { '/': root }, PinErrorMsg: 'block not found' } }),
  })
  await expect(pinAt(services['Kubo']!, failed)).rejects.toMatchObject({
    code: 'pin_failed',
    message: expect.stringContaining('block not found'),
  })
  const late = () => ({ body: '{"Message":"unexpected EOF","Code":0,"Type":"error"}' })
  await expect(pinAt(services['Kubo']!, late)).rejects.toMatchObject({ code: 'pin_failed' })
})

test.each(['', '<html>', '{', '[]', 'null'])('an answer of %j is no pin', async (body) => {
  for (const name of ['Kubo', 'Pinata'])
    await expect(pinAt(services[name]!, () => ({ body }))).rejects.toMatchObject({ name: 'IpfsError' })
})

test('wrong keys are refused and not shown', async () => {
  await using pinata = await startPinata('another')
  await using bucket = await startBucket({ ...keys, secretKey: 'another' })
  await using temporary = await temporaryStore()
  const { store } = temporary
  const root = await importFile(store, randomBytes(100))
  for (const [name, server] of [
    ['Pinata', pinata],
    ['an S3 bucket', bucket],
  ] as const) {
    const error = await pinRoot(store, createPinBackend(store, services[name]!.url(server)), root, within()).catch(
      (thrown) => thrown,
    )
    expect(error).toMatchObject({ code: 'pin_refused' })
    expect(error.message).not.toMatch(/eyJ|sec.?ret/)
  }
})

test('a service that is down is tried again', async () => {
  await using temporary = await temporaryStore()
  const { store } = temporary
  const root = await importFile(store, randomBytes(100))
  const down = await startKubo()
  await down[Symbol.asyncDispose]()
  await expect(pinRoot(store, createPinBackend(store, down.url.href), root, within())).rejects.toMatchObject({
    code: 'connection',
    retryable: true,
  })
})

test('without an address content is pinned in the block store', async () => {
  await using temporary = await temporaryStore()
  const { store } = temporary
  const root = await importFile(store, randomBytes(100))
  await pinRoot(store, createPinBackend(store, undefined), root, within())
  expect((await store.pins()).map(String)).toEqual([root.toString()])
})

test.each([
  'rubbish',
  'ftp://127.0.0.1',
  'pinata://uploads.pinata.cloud',
  's3://KEY:SECRET@s3.filebase.com',
  's3://KEY@s3.filebase.com/bucket',
])('%j is no pin target', (url) => {
  const make = () => createPinBackend({} as BlockStore, url)
  expect(make).toThrow(expect.objectContaining({ code: 'invalid_pin_target' }))
  expect(make).not.toThrow(/SECRET/)
})

/** The worked example "PUT Object" in AWS's description of Signature Version 4 for S3. */
test('a signature equals the published example', () => {
  const headers = { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' }
  const signed = signV4(
    'PUT',
    new URL('https://examplebucket.s3.amazonaws.com/test$file.text'),
    headers,
    Buffer.from('Welcome to Amazon S3.'),
    { accessKey: 'AKIAIOSFODNN7EXAMPLE', secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', region: 'us-east-1' },
    new Date('2013-05-24T00:00:00Z'),
  )
  expect(signed['authorization']).toContain(
    'Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  )
})
