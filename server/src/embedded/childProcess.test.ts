import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { startChildProcess } from './childProcess.ts'
import { processGone, startHolder } from './testing/startHolder.ts'

test('a child stops on the signal it is given', async () => {
  const child = await startChildProcess({ command: 'sleep', args: ['600'], stopSignal: 'SIGTERM' })
  await child.stop()
  expect(child.hasExited()).toBe(true)
  expect(await child.exited).toBe('SIGTERM')
  await child.stop()
})

test('a child that does not listen is ended by force', async () => {
  const script = "process.on('SIGINT', () => {}); console.log('ready'); setInterval(() => {}, 1000)"
  const lines = new PassThrough()
  const child = await startChildProcess({
    command: process.execPath,
    args: ['-e', script],
    stopSignal: 'SIGINT',
    stopTimeoutMs: 50,
    log: (line) => lines.write(`${line}\n`),
  })
  await once(createInterface(lines), 'line')
  await child.stop()
  expect(await child.exited).toBe('SIGKILL')
})

test('what a child wrote before it failed is there when it is gone', async () => {
  const child = await startChildProcess({
    command: 'sh',
    args: ['-c', 'cat; echo to the end >&2; exit 3'],
    input: 'from the start\n',
    stopSignal: 'SIGINT',
  })
  expect(await child.exited).toBe('code 3')
  expect(child.output()).toBe('from the start\nto the end\n')
})

test('a program that is not there is named', async () => {
  const missing = startChildProcess({
    command: '/no/such/program',
    args: [],
    stopSignal: 'SIGINT',
    deathNotice: 'pipe',
  })
  await expect(missing).rejects.toThrow('The program /no/such/program could not be started.')
})

test('Ctrl-C in the terminal does not reach the child: it has a session of its own', async () => {
  const child = await startChildProcess({ command: 'sleep', args: ['600'], stopSignal: 'SIGTERM' })
  const session = (pid: number) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[3]
  if (process.platform === 'linux') expect(session(child.pid)).not.toBe(session(process.pid))
  await child.stop()
})

const notices = process.platform === 'linux' ? (['kernel', 'pipe'] as const) : (['pipe'] as const)
test.each(notices)('a child goes when its parent is killed by force, told by the %s', async (deathNotice) => {
  const options = { command: 'sleep', args: ['600'], stopSignal: 'SIGTERM', deathNotice }
  const holder = await startHolder<{ pid: number }>('child', options)
  await holder.killByForce()
  await processGone(holder.held.pid)
})
