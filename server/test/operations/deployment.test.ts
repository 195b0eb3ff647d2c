import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { parseEther } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findSystemPostgres } from '../support/privatePostgres.ts'
import { findRabbitmqServer } from '../support/privateRabbitmq.ts'
import { waitFor } from '../support/waitFor.ts'
import { hasRedis } from './privateRedis.ts'
import { type Deployment, SECRETS, startDeployment } from './startDeployment.ts'

const isPossible = findSystemPostgres() !== null && findRabbitmqServer() !== null && hasRedis()
/** What a supervisor gives a process (Docker's default). */
const STOP_WITHIN_MS = 10_000

describe.skipIf(!isPossible)(
  'what compose.yaml runs (needs Debian’s postgresql, rabbitmq-server and redis-server)',
  () => {
    let deployment: Deployment
    let campaign: `0x${string}`
    let donations = 0

    beforeAll(async () => {
      deployment = await startDeployment()
      campaign = (await deployment.chain.createCampaign({ goalWei: parseEther('1000'), cid: 'no-cid-at-all' })).address
      await deployment.ready()
    }, 180_000)
    afterAll(async () => {
      await deployment?.stop()
    }, 60_000)

    const donate = () =>
      deployment.chain.donate({ campaign, donor: deployment.chain.accounts[3]!, amountWei: BigInt(++donations) })
    const campaignUrl = (base: string) => `${base}/api/v1/campaigns/${campaign}/`
    const lines = () =>
      deployment
        .output()
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Record<string, unknown> & { part: string; msg: string; message?: string })

    test('a donation travels from the chain to every API process, to the stream, and can be followed by one id', async () => {
      const [first, second] = deployment.apis as [string, string]
      const stream = await fetch(`${deployment.urlOf(first)}/api/v1/stream/`)
      const told = readStream(stream, 'donation')
      const { hash } = await donate()
      expect((await told).tx_hash).toBe(hash)
      const answer = await fetch(campaignUrl(deployment.urlOf(second)))
      expect(await answer.json()).toMatchObject({ donations_count: 1, total_raised_wei: '1' })

      // Log, message, row, stream.
      const ofTransaction = (msg: string) =>
        lines().find((line) => line.msg === msg && (line['transactions'] as string[] | undefined)?.includes(hash))
      await waitFor('all of them told of it', () => lines().some(({ msg }) => msg === 'told the streams'))
      const published = ofTransaction('message published')
      expect(published).toMatchObject({ part: 'producer', events: 1 })
      expect(ofTransaction('message applied')).toMatchObject({
        part: 'consumer',
        message: published?.message,
        changed: 1,
      })
      const rows = await query(
        `select feed.id, feed.message, events.tx_hash from feed join events on events.id = any(feed.event_ids) where events.tx_hash = '${hash}'`,
      )
      expect(rows).toEqual([{ id: expect.anything(), message: published?.message, tx_hash: hash }])
      const toldBy = lines().filter(({ msg, message }) => msg === 'told the streams' && message === published?.message)
      expect(toldBy).toMatchObject([{ part: 'api', feed: `${rows[0]?.['id']}.0`, streams: 1 }])

      const requestId = answer.headers.get('x-request-id')
      await waitFor('the request is in the log', () => lines().some((line) => line['reqId'] === requestId))
      expect(lines().find((line) => line['reqId'] === requestId)).toMatchObject({
        status: 200,
        path: `/api/v1/campaigns/${campaign}/`,
      })
    })

    test('one trace leads from the range that was published to the message that was applied and the job that followed', async () => {
      await deployment.chain.createCampaign({ cid: 'neither', creator: deployment.chain.accounts[5]! })
      const { spans } = deployment.collector
      const find = (traceId: string, name: string) =>
        spans.find((span) => span.traceId === traceId && span.name === name)
      await waitFor('a trace with a metadata job', () => spans.some(({ name }) => name === 'metadata.resolve'), 30_000)
      const job = spans.findLast(({ name }) => name === 'metadata.resolve')!
      await waitFor('the spans before it', () =>
        ['publish range', 'publish message', 'apply message'].every((name) => find(job.traceId, name)),
      )
      const [range, publish, apply] = ['publish range', 'publish message', 'apply message'].map(
        (name) => find(job.traceId, name)!,
      )
      expect(range).toMatchObject({ part: 'producer' })
      expect(range?.parentSpanId).toBeUndefined()
      expect(publish).toMatchObject({ part: 'producer', parentSpanId: range?.spanId })
      expect(apply).toMatchObject({ part: 'consumer', parentSpanId: publish?.spanId })
      expect(apply?.attributes['messaging.message.id']).toBe(publish?.attributes['messaging.message.id'])
      expect(job).toMatchObject({ part: 'worker', parentSpanId: apply?.spanId })
      await waitFor('spans of requests', () =>
        spans.some(({ name, part }) => part === 'api' && name.startsWith('GET /api/v1/')),
      )
      expect(lines().some((line) => line['trace'] === job.traceId && line.part === 'consumer')).toBe(true)
    })

    test('each process restarted one by one, under readers and donors: no request fails, nothing is lost', async () => {
      let over = false
      const answers: Record<string, number> = {}
      const failures: string[] = []
      const read = async () => {
        const paths = [
          `/api/v1/campaigns/${campaign}/`,
          '/api/v1/campaigns/?ordering=-created_at',
          '/api/v1/events/',
          '/api/v1/stats/platform/',
        ]
        for (let i = 0; !over; i++) {
          const path = paths[i % paths.length] as string
          const answer = await fetch(deployment.proxy.url + path).catch((error: Error) => error)
          if (answer instanceof Error)
            failures.push(`${path}: ${answer.message} ${(answer.cause as Error | undefined)?.message}`)
          else {
            await answer.text()
            answers[answer.status] = (answers[answer.status] ?? 0) + 1
            const isRetryable = answer.status === 503 && answer.headers.has('retry-after')
            if (answer.status !== 200 && !isRetryable) failures.push(`${path}: ${answer.status}`)
          }
          await sleep(20)
        }
      }
      const give = async () => {
        while (!over) {
          await donate()
          await sleep(150)
        }
      }
      const load = [read(), read(), read(), give()]
      const ends: Record<string, { code: number | null; ms: number }> = {}
      for (const name of deployment.names) ends[name] = await deployment.restart(name)
      over = true
      await Promise.all(load)
      const longestMs = Math.max(...Object.values(ends).map(({ ms }) => ms))
      console.log(
        `${deployment.names.length} processes restarted one by one; answers by status ${JSON.stringify(answers)}, ` +
          `other failures ${failures.length}, ${donations} donations; the longest end took ${Math.round(longestMs)} ms`,
      )
      expect(failures).toEqual([])
      expect(answers[200]).toBeGreaterThan(50)
      for (const [name, { code, ms }] of Object.entries(ends)) {
        expect([name, code]).toEqual([name, 0])
        expect([name, ms < STOP_WITHIN_MS]).toEqual([name, true])
      }
      await waitFor(
        'every donation is in the tables',
        async () => {
          const answer = (await (await fetch(campaignUrl(deployment.proxy.url))).json()) as { donations_count: number }
          return answer.donations_count === donations
        },
        60_000,
      )
      const expected = String((BigInt(donations) * BigInt(donations + 1)) / 2n)
      expect(await (await fetch(campaignUrl(deployment.proxy.url))).json()).toMatchObject({
        total_raised_wei: expected,
      })
      expect(await deployment.verify()).toContain('Everything agrees.')
    }, 180_000)

    test('all of them end within ten seconds of SIGTERM, with exit code 0', async () => {
      const ends = await Promise.all(
        [...deployment.processes.values()].map(async (each) => ({ name: each.name, ...(await each.stop()) })),
      )
      expect(ends.map(({ name, code }) => [name, code])).toEqual(deployment.names.map((name) => [name, 0]))
      expect(ends.filter(({ ms }) => ms >= STOP_WITHIN_MS)).toEqual([])
      expect(lines().filter(({ msg }) => msg === 'could not be closed cleanly')).toEqual([])
    })

    test('nothing that they wrote, at trace, holds a secret', () => {
      const output = deployment.output()
      expect(lines().length).toBeGreaterThan(100)
      for (const [name, secret] of Object.entries(SECRETS))
        expect([name, output.includes(secret)]).toEqual([name, false])
    })

    async function query(sql: string): Promise<Record<string, unknown>[]> {
      const client = new pg.Client({ connectionString: deployment.databaseUrl })
      await client.connect()
      const { rows } = await client.query(sql)
      await client.end()
      return rows
    }
  },
)

/** The data of the first event of this kind. */
async function readStream(stream: Response, kind: string): Promise<Record<string, unknown>> {
  let text = ''
  for await (const chunk of stream.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk
    const data = new RegExp(`event: ${kind}\ndata: (.*)\n\n`).exec(text)?.[1]
    if (data !== undefined) return JSON.parse(data)
  }
  throw new Error(`the stream ended without "${kind}": ${text}`)
}
