import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { enqueueJobs, JOB_PRIORITY, metadataJobKey } from '../server/src/lib/jobs.ts'
import type { Benchmark } from './benchmarks.ts'
import { documentOf } from './metadata/documents.ts'
import type { BackfillResult, BackfillTask } from './metadata/runBackfill.ts'
import { deadUrl, startGateway } from './metadata/startGateway.ts'
import { createRunFolder } from './support/benchFolder.ts'
import { machineLine, readMachine } from './support/machine.ts'
import { measureInChild } from './support/measureInChild.ts'
import { median } from './support/median.ts'
import { type Cluster, openCluster } from './support/openCluster.ts'
import { printTable } from './support/printTable.ts'
import { progress, progressDone } from './support/progress.ts'
import { wholeNumber } from './support/wholeNumber.ts'

const LATENCY_MS = 100
const ERROR_PERCENT = 5
/** Campaigns the worker has in hand at once: with each answer taking LATENCY_MS, it cannot be quicker than this many in that time. */
const SLOTS = 16
const CHAIN_ID = 31337

type Run = BackfillResult & { asked: number; errors: number; documentsPerSecond: number }

export const benchMetadata: Benchmark = {
  summary: 'documents/s of a backfill over a slow gateway that fails, beside a dead one',
  help: [
    'Usage: npm run bench -- metadata [--json] [--runs N] [--documents N]',
    '',
    `Has the worker resolve the documents of many campaigns at once, over a gateway that takes ${LATENCY_MS} ms for each answer`,
    `and answers ${ERROR_PERCENT} of 100 requests with 500, beside one that does not answer at all. All must be resolved.`,
    '',
    '  --json         the last line is one object: documents, seconds, documents_per_s, ceiling_per_s, runs',
    '  --runs N       how often; the medians count (3)',
    '  --documents N  campaigns, each with a document of 2 KB (2000)',
  ].join('\n'),
  options: { json: { type: 'boolean' }, runs: { type: 'string' }, documents: { type: 'string' } },
  async run(options) {
    const count = wholeNumber('runs', options['runs'], 3)
    const documents = wholeNumber('documents', options['documents'], 2000)
    const cluster = await openCluster()
    try {
      const runs: Run[] = []
      for (let n = 0; n < count; n++) {
        progress(`Run ${n + 1} of ${count}`)
        runs.push(await runOnce(cluster, n, documents))
      }
      const machine = await readMachine({ databaseUrl: cluster.adminUrl })
      progressDone()
      print(documents, runs, machineLine(machine))
      if (options['json'] === true) console.log(JSON.stringify({ ...figures(documents, runs), machine }))
    } finally {
      await cluster.close()
    }
  },
}

async function runOnce(cluster: Cluster, n: number, documents: number): Promise<Run> {
  const name = `bench_metadata_${n}`
  const databaseUrl = await cluster.createDatabase(name)
  await addCampaigns(databaseUrl, documents)
  const gateway = await startGateway({ documents, latencyMs: LATENCY_MS, errorPercent: ERROR_PERCENT })
  try {
    const storeDir = join(createRunFolder(), `ipfs-${n}`)
    mkdirSync(storeDir, { recursive: true })
    // The dead one first: the worker has to learn that by itself.
    const task: BackfillTask = { databaseUrl, gatewayUrls: [await deadUrl(), gateway.url], storeDir, documents }
    const script = join(import.meta.dirname, 'metadata/runBackfill.ts')
    const result = await measureInChild<BackfillResult>(script, task)
    return { ...result, ...(await gateway.counts()), documentsPerSecond: documents / result.seconds }
  } finally {
    await gateway.stop()
    await cluster.dropDatabase(name)
  }
}

/** As the consumer does it, while it catches up with a chain: campaigns and their jobs in one transaction. */
async function addCampaigns(databaseUrl: string, documents: number): Promise<void> {
  const campaigns = Array.from({ length: documents }, (_, n) => ({
    address: `0x${(n + 1).toString(16).padStart(40, '0')}`,
    cid: documentOf(n).cid,
  }))
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('insert into chains (chain_id, name) values ($1, $2)', [CHAIN_ID, 'Bench'])
    await client.query(
      `insert into campaigns (chain_id, address, factory_address, creator_address, goal_wei, deadline_ts, cid,
                              created_block, created_log_index, created_at, updated_at)
       select $1, address, $2, $2, 1, 1, cid, 1, 0, now(), now() from unnest($3::text[], $4::text[]) as c (address, cid)`,
      [CHAIN_ID, `0x${'f'.repeat(40)}`, campaigns.map(({ address }) => address), campaigns.map(({ cid }) => cid)],
    )
    const jobs = campaigns.map(({ address }) => {
      const payload = { chainId: CHAIN_ID, address }
      return { payload, key: metadataJobKey(payload), priority: JOB_PRIORITY.backlog }
    })
    await enqueueJobs(client, 'metadata.resolve', jobs)
    await client.query('commit')
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

function figures(documents: number, runs: Run[]) {
  const seconds = median(runs.map((run) => run.seconds))
  return {
    documents,
    seconds: rounded(seconds, 2),
    documents_per_s: rounded(documents / seconds, 1),
    ceiling_per_s: rounded((SLOTS * 1000) / LATENCY_MS, 1),
    runs: runs.map((run) => ({
      seconds: rounded(run.seconds, 2),
      documents_per_s: rounded(run.documentsPerSecond, 1),
      documents_per_s_to_half: rounded(documents / 2 / run.secondsToHalf, 1),
      resolved: run.states['resolved'] ?? 0,
      requests: run.asked,
      errors: run.errors,
      cpu_seconds: rounded(run.cpuSeconds, 2),
      max_rss_mb: Math.round(run.maxRssBytes / 1e6),
    })),
  }
}

function print(documents: number, runs: Run[], machine: string): void {
  const result = figures(documents, runs)
  console.log(
    `${documents} documents of campaigns, gateway of ${LATENCY_MS} ms with ${ERROR_PERCENT} % errors, and a dead one`,
  )
  console.log(`${machine}\n`)
  const row = (label: string, of: (run: (typeof result.runs)[number]) => number) => [
    label,
    ...result.runs.map((run) => String(of(run))),
  ]
  printTable(
    ['', ...runs.map((_, n) => `run ${n + 1}`)],
    [
      row('seconds until all are resolved', (run) => run.seconds),
      row('documents/s', (run) => run.documents_per_s),
      row('documents/s, first half', (run) => run.documents_per_s_to_half),
      row('resolved', (run) => run.resolved),
      row('requests to the living gateway', (run) => run.requests),
      row('of them answered with 500', (run) => run.errors),
      row('CPU seconds', (run) => run.cpu_seconds),
      row('memory, most, MB', (run) => run.max_rss_mb),
    ],
  )
  console.log(
    `\ndocuments/s  ${result.documents_per_s} (${SLOTS} at once of ${LATENCY_MS} ms: at most ${result.ceiling_per_s})`,
  )
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))
