import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { freePort } from '../../src/embedded/freePort.ts'
import { waitFor } from '../support/waitFor.ts'
import { WITH_US } from '../support/withUs.ts'

export const hasRedis = (): boolean => spawnSync('redis-server', ['--version']).status === 0

/** A Redis of one's own that asks for a password. */
export async function startPrivateRedis(password: string) {
  const port = await freePort()
  const settings = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--requirepass',
    password,
  ]
  const [file = '', ...args] = [...WITH_US, 'redis-server', ...settings]
  const server = spawn(file, args, { stdio: 'ignore', cwd: '/tmp' })
  const end = () => void server.kill('SIGKILL')
  process.once('exit', end)
  await waitFor('Redis listens', () => listens(port))
  return {
    url: `redis://:${password}@127.0.0.1:${port}`,
    async stop() {
      process.off('exit', end)
      const exited = once(server, 'exit')
      server.kill('SIGTERM')
      await exited
    },
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => settle(socket.destroy() !== undefined))
    socket.once('error', () => settle(false))
  })
}
