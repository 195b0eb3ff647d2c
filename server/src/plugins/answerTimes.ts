import type { Metric } from 'prom-client'

const NAME = 'kindling_http_request_duration_seconds'
/** Upper bounds, in seconds. */
const BOUNDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5]

interface Labels {
  method: string
  route: string
  status: number
}

/**
 * How long answers took, a histogram for Prometheus. prom-client's own writes the labels as a text to look them up, for each observation:
 * a twentieth of what a kept answer takes.
 */
export class AnswerTimes {
  readonly #routes = new Map<string, Times[]>()

  observe({ method, route, status }: Labels, seconds: number): void {
    let ofRoute = this.#routes.get(route)
    if (ofRoute === undefined) {
      ofRoute = []
      this.#routes.set(route, ofRoute)
    }
    // Of a few.
    let times = ofRoute.find(({ labels }) => labels.status === status && labels.method === method)
    if (times === undefined) {
      times = new Times({ method, route, status })
      ofRoute.push(times)
    }
    times.add(seconds)
  }

  /** What a registry takes: of metrics it only asks the name and the values. */
  get metric(): Metric {
    const get = async () => ({
      name: NAME,
      help: 'Requests by method, route and status.',
      type: 'histogram',
      aggregator: 'sum',
      values: [...this.#routes.values()].flat().flatMap((times) => times.values()),
    })
    return { name: NAME, get } as unknown as Metric
  }
}

class Times {
  readonly labels: Labels
  /** How many took more than the bound before and no more than this one; the last of those that took longer than all bounds. */
  readonly #counts = Array<number>(BOUNDS.length + 1).fill(0)
  #sum = 0

  constructor(labels: Labels) {
    this.labels = labels
  }

  add(seconds: number): void {
    let place = 0
    while (place < BOUNDS.length && seconds > BOUNDS[place]!) place++
    this.#counts[place]!++
    this.#sum += seconds
  }

  values(): { metricName: string; labels: object; value: number }[] {
    let count = 0
    const buckets = this.#counts.map((more, place) => {
      count += more
      return { metricName: `${NAME}_bucket`, labels: { le: BOUNDS[place] ?? '+Inf', ...this.labels }, value: count }
    })
    return [
      ...buckets,
      { metricName: `${NAME}_sum`, labels: this.labels, value: this.#sum },
      { metricName: `${NAME}_count`, labels: this.labels, value: count },
    ]
  }
}
