import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { kindlingServices, ROOT, readCompose, readEntrypoint } from './composeFile.ts'

const PASSWORDS = { POSTGRES_PASSWORD: 'one', RABBITMQ_PASSWORD: 'two', REDIS_PASSWORD: 'three' }
const compose = [['docker', 'compose'], ['docker-compose']].find(
  ([file = '', ...args]) => spawnSync(file, [...args, 'version']).status === 0,
)

test.skipIf(compose === undefined)(
  'compose.yaml is valid to Docker’s own reader (needs docker compose, or Debian’s docker-compose)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'kindling-compose-'))
    const envFile = join(folder, 'kindling.env')
    const example = readFileSync(join(ROOT, 'deploy/kindling.env.example'), 'utf8')
    writeFileSync(envFile, example.replaceAll(/^(\w+_PASSWORD)=$/gm, '$1=secret'))
    const [file = '', ...args] = compose as string[]
    const run = (env: string) =>
      spawnSync(file, [...args, '--env-file', env, '-f', join(ROOT, 'compose.yaml'), 'config'], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], HOME: folder, KINDLING_ENV_FILE: env },
      })
    const { status, stdout, stderr } = run(envFile)
    expect([status, stderr.replaceAll(/.*(version|obsolete).*\n/g, '')]).toEqual([0, ''])
    for (const name of Object.keys(readCompose(PASSWORDS))) expect(stdout).toContain(`  ${name}:\n`)
    writeFileSync(envFile, example)
    const without = run(envFile)
    expect([without.status === 0, without.stderr]).toEqual([
      false,
      expect.stringContaining('set POSTGRES_PASSWORD in kindling.env'),
    ])
    rmSync(folder, { recursive: true })
  },
)

test('compose.yaml has every process of a deployment, twice where one may fail, and each ends before it is killed', () => {
  const services = readCompose(PASSWORDS)
  expect(Object.keys(services).sort()).toEqual(
    [
      'api-1',
      'api-2',
      'consumer-1',
      'consumer-2',
      'migrate',
      'postgres',
      'producer',
      'proxy',
      'rabbitmq',
      'redis',
      'worker',
    ].sort(),
  )
  expect(
    Object.fromEntries(
      kindlingServices(services).map(([name, { command }]) => [name, (command as string[]).join(' ')]),
    ),
  ).toEqual({
    migrate: 'migrate',
    producer: 'producer run',
    'consumer-1': 'consumer run',
    'consumer-2': 'consumer run',
    worker: 'worker',
    'api-1': 'api',
    'api-2': 'api',
  })
  for (const [name, service] of kindlingServices(services)) {
    expect([name, service.stop_grace_period]).toEqual([name, '15s'])
    const waitsFor = Object.entries(service.depends_on ?? {}).map(([other, { condition }]) => `${other} ${condition}`)
    if (name === 'migrate') expect(waitsFor).toEqual(['postgres service_healthy'])
    else expect(waitsFor).toContain('migrate service_completed_successfully')
    // Only the API listens.
    expect([name, service.healthcheck?.disable ?? false]).toEqual([name, !name.startsWith('api-')])
  }
  const open = Object.entries(services).filter(([, { ports }]) => ports !== undefined)
  expect(open.map(([name]) => name)).toEqual(['proxy'])
  for (const [name, { image }] of Object.entries(services))
    expect([name, /:[\w.-]+$/.test(image)]).toEqual([name, true])
})

test('the image runs as an ordinary user, with a health check, from files that are there', () => {
  const text = readFileSync(join(ROOT, 'Dockerfile'), 'utf8')
  expect(text).toMatch(/^USER node$/m)
  expect(text).toMatch(/^HEALTHCHECK /m)
  expect(text.match(/^FROM (\S+)/gm)).toEqual(Array(3).fill('FROM node:24-bookworm-slim'))
  const copied = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) => sources.split(' '))
  expect(copied.filter((source) => !existsSync(join(ROOT, source)))).toEqual([])
  expect(
    readEntrypoint()
      .map((word) => word.replace('/app', ROOT))
      .filter((word) => word.startsWith('/') && !existsSync(word)),
  ).toEqual([])
  expect(existsSync(join(ROOT, 'deploy/healthcheck.mjs'))).toBe(true)
  const ignored = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n')
  for (const secret of ['.env', '*.env', '.git', '.kindling']) expect(ignored).toContain(secret)
})

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0

test.skipIf(!hasSystemd)('the systemd units are valid to systemd itself (needs systemd-analyze)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-units-'))
  cpSync(join(ROOT, 'deploy/systemd'), folder, { recursive: true })
  const units = readdirSync(folder)
  for (const unit of units) {
    const text = readFileSync(join(folder, unit), 'utf8')
    writeFileSync(join(folder, unit), text.replaceAll('/opt/kindling', ROOT))
  }
  const names = units.map((unit) => join(folder, unit.replace('@.', '@8001.')))
  for (const unit of units.filter((each) => each.includes('@.')))
    cpSync(join(folder, unit), join(folder, unit.replace('@.', '@8001.')))
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', ...names], { encoding: 'utf8' })
  const complaints = stderr.split('\n').filter((line) => line.includes('kindling'))
  expect([complaints, status]).toEqual([[], 0])
  rmSync(folder, { recursive: true })
})
