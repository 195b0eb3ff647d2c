import { createHash } from 'node:crypto'
import { get, type IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ApiProcess } from '../support/openApi.ts'

export interface ExportFigures {
  file: string
  rows: number
  bytes: number
  seconds: number
  /** Memory of the API's process before it, and the most that was seen during it. */
  rssBeforeBytes: number
  rssPeakBytes: number
}

export interface SlowFigures {
  /** What the client had read when it stopped. */
  readBytes: number
  grownBytes: number
}

const LOOKED_AT_MS = 20
const NEWLINE = 10

/** Reads an export to its end. @throws Error when it is not what its digest says */
export async function readExport(api: ApiProcess, file: string): Promise<ExportFigures> {
  const rssBeforeBytes = api.rssBytes()
  let rssPeakBytes = rssBeforeBytes
  const watching = setInterval(() => {
    rssPeakBytes = Math.max(rssPeakBytes, api.rssBytes())
  }, LOOKED_AT_MS)
  try {
    const start = performance.now()
    const response = await open(api, file)
    const hash = createHash('sha256')
    let bytes = 0
    let lines = 0
    for await (const chunk of response as AsyncIterable<Buffer>) {
      hash.update(chunk)
      bytes += chunk.length
      for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, at + 1)) lines++
    }
    const seconds = (performance.now() - start) / 1000
    const told = response.trailers['repr-digest']
    if (told !== `sha-256=:${hash.digest('base64')}:`) throw new Error(`${file} is not what its digest says (${told}).`)
    const rows = file.endsWith('.csv') ? lines - 1 : lines
    return { file, rows, bytes, seconds, rssBeforeBytes, rssPeakBytes }
  } finally {
    clearInterval(watching)
  }
}

/** A client that reads a little, then nothing for a while, then hangs up. */
export async function readSlowly(api: ApiProcess, file: string, stallMs: number): Promise<SlowFigures> {
  const response = await open(api, file)
  let readBytes = 0
  await new Promise<void>((resolve) => {
    response.on('data', (chunk: Buffer) => {
      readBytes += chunk.length
      if (readBytes < 5_000_000) return
      response.pause()
      resolve()
    })
  })
  const before = api.rssBytes()
  let peak = before
  for (const end = performance.now() + stallMs; performance.now() < end; await sleep(LOOKED_AT_MS)) {
    peak = Math.max(peak, api.rssBytes())
  }
  response.destroy()
  return { readBytes, grownBytes: peak - before }
}

function open(api: ApiProcess, file: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = get(
      { port: api.port, host: '127.0.0.1', path: `/api/v1/export/${file}`, agent: false },
      (response) => {
        if (response.statusCode === 200) return resolve(response)
        reject(new Error(`${file} answered ${response.statusCode}.`))
      },
    )
    request.once('error', reject)
  })
}
