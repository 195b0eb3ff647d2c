import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { listMetricFigures } from '../queries/listMetricFigures.ts'
import { AnswerTimes } from './answerTimes.ts'
import { addPipelineMetrics } from './pipelineMetrics.ts'

/** `/metrics` for Prometheus: this process, its requests, and how far the tables are. */
export function addMetrics(app: FastifyInstance, pool: pg.Pool, version: string): void {
  const registers = [new Registry()]
  const [registry] = registers as [Registry]
  collectDefaultMetrics({ register: registry })
  const times = new AnswerTimes()
  registry.registerMetric(times.metric)
  const gauge = (name: string, help: string, labelNames: string[] = ['chain_id']) =>
    new Gauge({ name, help, labelNames, registers })
  const head = gauge('kindling_chain_head', "The chain's newest block that the producer has seen.")
  const lastBlock = gauge('kindling_last_block', 'The block the tables are at.')
  const pending = gauge('kindling_metadata_pending', 'Metadata documents that wait to be fetched.')
  gauge('kindling_build_info', 'Always 1; the version of this process is its label.', ['version']).set({ version }, 1)
  const connections = gauge('kindling_database_connections', "This process's connections to PostgreSQL.", ['state'])
  const refreshPipeline = addPipelineMetrics(registry, pool)
  const deadLetters = gauge('kindling_dead_letters', 'Messages that could not be applied.', [])

  for (const metric of [app.limits.failures, ...app.live.metrics, ...app.answers.metrics, ...app.searches.metrics])
    registry.registerMetric(metric)

  app.addHook('onResponse', (request, reply, done) => {
    // The route's pattern, not the URL: labels must stay few.
    const route = request.is404 ? 'none' : (request.routeOptions.url ?? 'none')
    times.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
    done()
  })

  app.get('/metrics', { schema: { hide: true }, config: { unlimited: true } }, async (_request, reply) => {
    await refreshPipeline()
    connections.set({ state: 'idle' }, pool.idleCount)
    connections.set({ state: 'busy' }, pool.totalCount - pool.idleCount)
    connections.set({ state: 'awaited' }, pool.waitingCount)
    for (const figures of await listMetricFigures(pool)) {
      const labels = { chain_id: figures.chain_id }
      if (figures.chain_head !== null) head.set(labels, figures.chain_head)
      if (figures.last_block !== null) lastBlock.set(labels, figures.last_block)
      pending.set(labels, figures.metadata_pending)
      deadLetters.set(figures.dead_letters)
    }
    return reply
      .header('cache-control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics())
  })
}
