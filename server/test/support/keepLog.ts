import { Writable } from 'node:stream'
import { createLogger, type Logger } from '../../src/lib/logger.ts'

/** A log at debug level that is only looked at when something went wrong: its last lines, the oldest first. */
export function keepLog(lines = 300): { logger: Logger; text(): string } {
  const kept: string[] = []
  const destination = new Writable({
    write(line, _encoding, done) {
      kept.push(String(line))
      if (kept.length > lines) kept.shift()
      done()
    },
  })
  return { logger: createLogger({ level: 'debug', destination }), text: () => kept.join('') }
}
