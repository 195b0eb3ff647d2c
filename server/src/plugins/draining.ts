import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyInstance {
    draining: Draining
  }
}

export interface Draining {
  /** Whether the process was told to stop: readiness fails, and every answer is its connection's last. */
  readonly isDraining: boolean
  /**
   * Ends the live streams, answers on for so long that a load balancer sees readiness fail, then closes the app. Requests that take
   * longer than `forceAfterMs` after that are cut off.
   */
  close(options: { drainMs: number; forceAfterMs: number }): Promise<void>
}

/** How an app that others send requests to leaves without one of them failing. */
export function addDraining(app: FastifyInstance): void {
  let isDraining = false
  app.decorate('draining', {
    get isDraining() {
      return isDraining
    },
    async close({ drainMs, forceAfterMs }) {
      isDraining = true
      app.live.endStreams()
      if (drainMs > 0) await new Promise((resolve) => setTimeout(resolve, drainMs))
      const force = setTimeout(() => app.server.closeAllConnections(), forceAfterMs)
      await app.close().finally(() => clearTimeout(force))
    },
  } satisfies Draining)

  // What a load balancer asks: unlike readiness it does not fail with the chain, for then all of them would be left out at once.
  app.get('/health/serving', { schema: { hide: true }, config: { unlimited: true } }, async (_request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .code(isDraining ? 503 : 200)
      .send({ serving: !isDraining }),
  )

  // The client opens its next connection elsewhere.
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isDraining) reply.header('connection', 'close')
    done(null, payload)
  })
}
