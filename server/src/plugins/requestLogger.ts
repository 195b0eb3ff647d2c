import type { FastifyBaseLogger } from 'fastify'

type Child = FastifyBaseLogger['child']

const METHODS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** The logger of a request, made once it logs something. */
class RequestLogger {
  readonly #make: () => FastifyBaseLogger
  #made: FastifyBaseLogger | undefined

  constructor(make: () => FastifyBaseLogger) {
    this.#make = make
  }

  get made(): FastifyBaseLogger {
    this.#made ??= this.#make()
    return this.#made
  }

  get level(): string {
    return this.made.level
  }

  child(...given: Parameters<Child>): FastifyBaseLogger {
    return this.made.child(...given)
  }
}
for (const name of METHODS) {
  Object.defineProperty(RequestLogger.prototype, name, {
    value(this: RequestLogger, ...given: unknown[]) {
      ;(this.made[name] as (...given: unknown[]) => void)(...given)
    },
  })
}

/** Most requests log nothing, while pino writes and redacts at once what a logger is bound to: a twentieth of a kept answer. */
export const createRequestLogger = (parent: FastifyBaseLogger, ...given: Parameters<Child>): FastifyBaseLogger =>
  new RequestLogger(() => parent.child(...given)) as unknown as FastifyBaseLogger
