import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WITH_US } from './withUs.ts'

export interface Ended {
  code: number | null
  stdout: Buffer
  stderr: string
  /** Standard output as text, without its last line break. */
  text: string
}

/** Runs the command as someone would at a terminal, with these settings and none of the environment's. */
export async function runKindling(
  args: readonly string[],
  env: Record<string, string> = {},
  input = '',
): Promise<Ended> {
  const entry = join(import.meta.dirname, '../../src/bin/kindling.ts')
  const [file = '', ...rest] = [...WITH_US, process.execPath, entry, ...args]
  const child = spawn(file, rest, {
    // Elsewhere than in the repository, whose .env would be read.
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NO_COLOR: '1', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close')
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const [stdout, stderr] = await Promise.all([
    Array.fromAsync(child.stdout as AsyncIterable<Buffer>),
    Array.fromAsync(child.stderr as AsyncIterable<Buffer>),
  ])
  const [code] = (await ended) as [number | null]
  const out = Buffer.concat(stdout)
  return { code, stdout: out, stderr: Buffer.concat(stderr).toString(), text: out.toString().replace(/\n$/, '') }
}
