import fc from 'fast-check'
import { Histogram, Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { AnswerTimes } from './answerTimes.ts'

const labels = fc.record({
  method: fc.constantFrom('GET', 'HEAD', 'POST'),
  route: fc.constantFrom('none', '/api/v1/campaigns/', '/api/v1/campaigns/:address/'),
  status: fc.constantFrom(200, 304, 404, 500),
})
const seconds = fc.oneof(
  fc.constantFrom(0, 0.001, 0.005, 0.5, 5, 5.001, 60),
  fc.double({ min: 0, max: 10, noNaN: true, noDefaultInfinity: true }),
)

test('times are told to Prometheus as its own histogram tells them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(labels, seconds), { maxLength: 100 }), async (observed) => {
      const [ours, theirs] = [new Registry(), new Registry()]
      const times = new AnswerTimes()
      ours.registerMetric(times.metric)
      const histogram = new Histogram({
        name: 'kindling_http_request_duration_seconds',
        help: 'Requests by method, route and status.',
        labelNames: ['method', 'route', 'status'],
        buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
        registers: [theirs],
      })
      for (const [of, took] of observed) {
        times.observe(of, took)
        histogram.observe(of, took)
      }
      const [told, expected] = await Promise.all([ours, theirs].map(async (one) => (await one.metrics()).split('\n')))
      expect(told!.slice(0, 2)).toEqual(expected!.slice(0, 2))
      expect(told!.sort()).toEqual(expected!.sort())
    }),
  )
})
