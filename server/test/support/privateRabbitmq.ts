import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { connect } from 'amqplib'
import { freePort } from '../../src/embedded/freePort.ts'
import { isAlive } from '../../src/embedded/processTable.ts'
import { WITH_US } from './withUs.ts'

/** A RabbitMQ of one's own, on ports and in folders of its own, to be treated badly. */
export interface PrivateRabbitmq {
  url: string
  /** As an administrator would. */
  restart(): Promise<void>
  /** SIGKILL, and a new start on what is left. */
  crash(): Promise<void>
  /** SIGKILL, the disk wiped, and a new start. */
  wipe(): Promise<void>
  /** `rabbitmqctl` with these arguments; answers what it wrote. */
  ctl(...args: string[]): Promise<string>
  stop(): Promise<void>
}

// Debian's /usr/sbin/rabbitmq-server insists on the user rabbitmq; the script below it does not.
const candidates = [
  process.env['RABBITMQ_SERVER'],
  '/usr/lib/rabbitmq/bin/rabbitmq-server',
  '/opt/rabbitmq/sbin/rabbitmq-server',
  '/usr/local/sbin/rabbitmq-server',
  '/opt/homebrew/sbin/rabbitmq-server',
]

/** The installed server's script, or null where there is none. */
export function findRabbitmqServer(): string | null {
  return candidates.find((path) => path !== undefined && existsSync(path)) ?? null
}

/** A start takes 5 s; on a busy machine one hangs now and then, and the next does not. */
const START_TIMEOUT_MS = 90_000
const START_ATTEMPTS = 3
const STOP_TIMEOUT_MS = 60_000
const DEATH_NOTICE = process.platform === 'linux' ? ['setpriv', '--pdeathsig', 'INT', '--'] : []

/** @param under the folder its data goes into: memory, unless it is to be measured */
export async function startPrivateRabbitmq(under = memory()): Promise<PrivateRabbitmq> {
  const script = findRabbitmqServer()
  if (script === null) throw new Error('There is no rabbitmq-server here: install it, or set RABBITMQ_SERVER.')
  removeLeftovers()
  const folder = join(under, `kindling-rabbitmq-${process.pid}-${randomBytes(3).toString('hex')}`)
  mkdirSync(folder, { recursive: true })
  const [port, distPort, epmdPort] = [await freePort(), await freePort(), await freePort()]
  const url = `amqp://guest:guest@127.0.0.1:${port}`
  const env = serverEnv(folder, port, distPort, epmdPort)
  // Else the server starts one that outlives it.
  const [epmdFile = '', ...epmdArgs] = [...WITH_US, 'epmd', '-port', String(epmdPort), '-address', '127.0.0.1']
  const epmd = spawn(epmdFile, epmdArgs, { stdio: 'ignore' })
  epmd.on('error', () => {})
  let server: ChildProcess | undefined

  async function start(): Promise<void> {
    mkdirSync(join(folder, 'mnesia'), { recursive: true })
    mkdirSync(join(folder, 'log'), { recursive: true })
    writeFileSync(join(folder, 'env.conf'), '')
    writeFileSync(join(folder, 'enabled_plugins'), '[].')
    writeFileSync(join(folder, 'rabbitmq.conf'), `listeners.tcp.1 = 127.0.0.1:${port}\nlog.file.level = warning\n`)
    for (let attempt = 1; ; attempt++) {
      // A group of its own: the script has children. Should this process be killed, the script ends them.
      const [file = '', ...args] = [...DEATH_NOTICE, script as string]
      server = spawn(file, args, { env, stdio: 'ignore', detached: true })
      try {
        return await answers(server, url, folder)
      } catch (error) {
        await end('SIGKILL')
        if (attempt === START_ATTEMPTS) throw error
      }
    }
  }

  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const ending = server
    server = undefined
    if (ending?.pid === undefined || ending.exitCode !== null || ending.signalCode !== null) return
    const exited = once(ending, 'exit')
    const beam = Number(readPid(folder))
    if (signal === 'SIGKILL') process.kill(-ending.pid, signal)
    else process.kill(beam > 0 ? beam : ending.pid, signal)
    // A server that is busy with its start may not hear that it is to stop.
    const late = setTimeout(() => tryKill(-(ending.pid as number)), STOP_TIMEOUT_MS)
    await exited
    clearTimeout(late)
    while (beam > 0 && isAlive(beam)) await sleep(20)
  }

  process.once('exit', () => {
    if (server?.pid !== undefined) tryKill(-server.pid)
    if (epmd.pid !== undefined) tryKill(epmd.pid)
  })
  await start()
  return {
    url,
    async restart() {
      await end('SIGTERM')
      await start()
    },
    async crash() {
      await end('SIGKILL')
      await start()
    },
    async wipe() {
      await end('SIGKILL')
      rmSync(join(folder, 'mnesia'), { recursive: true, force: true })
      await start()
    },
    async ctl(...args) {
      const { stdout } = await promisify(execFile)(join(dirname(script), 'rabbitmqctl'), ['--quiet', ...args], { env })
      return stdout
    },
    async stop() {
      await end('SIGKILL')
      epmd.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function serverEnv(folder: string, port: number, distPort: number, epmdPort: number): NodeJS.ProcessEnv {
  const at = (name: string) => join(folder, name)
  return {
    PATH: process.env['PATH'],
    HOME: folder,
    LANG: 'C.UTF-8',
    RABBITMQ_NODENAME: `kindling${port}@localhost`,
    RABBITMQ_NODE_PORT: String(port),
    RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
    RABBITMQ_DIST_PORT: String(distPort),
    ERL_EPMD_ADDRESS: '127.0.0.1',
    ERL_EPMD_PORT: String(epmdPort),
    RABBITMQ_MNESIA_BASE: at('mnesia'),
    RABBITMQ_LOG_BASE: at('log'),
    RABBITMQ_ENABLED_PLUGINS_FILE: at('enabled_plugins'),
    RABBITMQ_CONFIG_FILE: at('rabbitmq'),
    RABBITMQ_CONF_ENV_FILE: at('env.conf'),
    RABBITMQ_PID_FILE: at('mnesia/pid'),
    RABBITMQ_GENERATED_CONFIG_DIR: at('gen'),
    RABBITMQ_FEATURE_FLAGS_FILE: at('mnesia/feature_flags'),
    // Two schedulers that sleep when idle: the tests need the cores.
    RABBITMQ_CTL_ERL_ARGS: '-setcookie kindling',
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS:
      '-setcookie kindling -kernel inet_dist_use_interface {127,0,0,1} +S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none',
  }
}

/** Waits until the server takes connections and answers on them. */
async function answers(server: ChildProcess, url: string, folder: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS
  for (;;) {
    if (server.exitCode !== null)
      throw new Error(`rabbitmq-server ended with code ${server.exitCode}, see ${folder}/log`)
    try {
      const connection = await connect(url, { timeout: 2_000 })
      // It may break while it is closed, and without a listener that would end the process.
      connection.on('error', () => {})
      await connection.close()
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
      await sleep(100)
    }
  }
}

function readPid(folder: string): string {
  try {
    return readFileSync(join(folder, 'mnesia/pid'), 'utf8').trim()
  } catch {
    return ''
  }
}

function memory(): string {
  return existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
}

/** What runs that were killed left behind. */
function removeLeftovers(): void {
  for (const name of readdirSync(memory())) {
    const pid = Number(/^kindling-rabbitmq-(\d+)-/.exec(name)?.[1])
    if (!(pid > 0) || isAlive(pid)) continue
    const folder = join(memory(), name)
    const beam = Number(readPid(folder))
    if (beam > 0 && isServerOf(beam, folder)) tryKill(beam)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A pid may belong to another by now. */
function isServerOf(pid: number, folder: string): boolean {
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' })
  return typeof stdout === 'string' && stdout.includes(folder)
}

function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}
