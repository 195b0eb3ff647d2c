import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createClock, startWatch } from './clock.ts'
import type { IndexTask } from './IndexTask.ts'
import { openSide, startConsuming } from './pipelineSides.ts'

/** The consumer in a process of its own, as where there is RabbitMQ. */
export interface ConsumerProcess {
  /** Opens its connections and consumes. */
  begin(): void
  /** When the head was committed: what it spent, by phase, and CPU seconds. */
  caughtUp: Promise<{ phases: Record<string, number>; nodeCpuSeconds: number }>
  stop(): Promise<void>
}

/** Resolves when the process has loaded its code: that is not measured of the other side either. */
export async function startConsumerProcess(task: IndexTask): Promise<ConsumerProcess> {
  const child: ChildProcess = fork(import.meta.filename, [JSON.stringify(task)], { stdio: ['ignore', 2, 2, 'ipc'] })
  const exited = once(child, 'exit')
  const failed = exited.then(([code]) => Promise.reject(new Error(`The consumer ended with code ${code}.`)))
  failed.catch(() => {})
  await Promise.race([once(child, 'message'), failed])
  const done = once(child, 'message').then(([result]) => result)
  return {
    begin: () => void child.send('begin'),
    caughtUp: Promise.race([done, failed]),
    async stop() {
      child.send('stop')
      await exited
    },
  }
}

async function consume(task: IndexTask): Promise<void> {
  const clock = createClock(['apply'])
  process.send!('loaded')
  await once(process, 'message')
  const elapsed = startWatch()
  const side = openSide(task, clock)
  const { caughtUp, stop } = await startConsuming(side)
  await caughtUp
  process.send!({ phases: { ...clock.phases }, nodeCpuSeconds: elapsed().nodeCpuSeconds })
  await once(process, 'message')
  await stop()
  await side.close()
  process.removeAllListeners('disconnect')
  process.disconnect()
}

if (process.send && process.argv[1] === import.meta.filename) {
  process.once('disconnect', () => process.exit(1))
  await consume(JSON.parse(process.argv[2]!) as IndexTask)
}
