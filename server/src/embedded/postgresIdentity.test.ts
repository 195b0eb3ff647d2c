import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { choosePostgresIdentity } from './postgresIdentity.ts'

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-identity-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

if (process.getuid?.() === 0) {
  test('binaries that another user cannot reach are copied to where that one can, once', () => {
    const nativeDir = join(temporaryFolder(), 'native')
    mkdirSync(join(nativeDir, 'bin'), { recursive: true })
    writeFileSync(join(nativeDir, 'bin', 'postgres'), '', { mode: 0o755 })
    const open = temporaryFolder()
    chmodSync(open, 0o755)
    const choose = () => choosePostgresIdentity(nativeDir, join(open, 'postgres'), 'user')
    const chosen = choose()
    onTestFinished(() => rmSync(chosen.nativeDir, { recursive: true }))
    expect(chosen.nativeDir).not.toBe(nativeDir)
    expect(statSync(join(chosen.nativeDir, 'bin', 'postgres')).uid).toBe(0)
    expect(chosen.dataDir).toBe(join(open, 'postgres'))
    expect(choose()).toEqual(chosen)
  })

  test('root uses a namespace where it may, with everything where it is', () => {
    expect(choosePostgresIdentity('/native', '/data/postgres', 'namespace')).toMatchObject({
      prefix: ['unshare', '-U', '--map-user=1000', '--map-group=1000', '--'],
      ids: {},
      nativeDir: '/native',
      dataDir: '/data/postgres',
    })
  })
} else {
  test('an ordinary user needs no other', () => {
    const own = { prefix: [], ids: {}, nativeDir: '/native', dataDir: '/data/postgres' }
    expect(choosePostgresIdentity('/native', '/data/postgres')).toEqual(own)
  })
}
