import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, realpathSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './postgres.ts'
import { copyKeptCluster, expectKept, query, settings } from './testing/keptCluster.ts'
import { processGone, startHolder } from './testing/startHolder.ts'

let folder: string
let dataDir: string
copyKeptCluster((copy) => {
  ;({ folder, dataDir } = copy)
})
const expectSound = (options: Partial<EmbeddedPostgresOptions> = {}) => expectKept({ dataDir, settings, ...options })

if (process.getuid?.() === 0) {
  const nobody = { uid: 65_534, gid: 65_534 }

  test('root without user namespaces runs it as another user, with the data where that one can reach it', async () => {
    // As /root is: nobody else can enter.
    chmodSync(folder, 0o700)
    const closed = join(folder, 'closed')
    const options = { dataDir: closed, settings, rootStrategy: 'user' } as const
    const first = await startEmbeddedPostgres(options)
    expect(statSync(`/proc/${first.pid}`).uid).not.toBe(0)
    await query(first.url, 'CREATE TABLE kept ()')
    const elsewhere = dirname(realpathSync(closed))
    await first.stop()
    const second = await startEmbeddedPostgres(options)
    expect(await query(second.url, 'SELECT FROM kept')).toEqual([])
    await second.stop()
    // --fresh deletes the folder it knows: what lies elsewhere goes with it.
    rmSync(closed)
    const third = await startEmbeddedPostgres(options)
    onTestFinished(() => rmSync(elsewhere, { recursive: true }))
    expect(dirname(realpathSync(closed))).toBe(elsewhere)
    await expect(query(third.url, 'SELECT FROM kept')).rejects.toThrow('does not exist')
    await third.stop()
  })

  test('data that an ordinary user made are served as that user, and those of root as somebody else', async () => {
    const chown = (ids: typeof nobody) => execFileSync('chown', ['-R', `${ids.uid}:${ids.gid}`, folder])
    chown(nobody)
    await expectSound()
    chown({ uid: 0, gid: 0 })
    await expectSound({ rootStrategy: 'user' })
    expect(statSync(dataDir).uid).not.toBe(0)
    await expectSound()
  })

  test('a server that runs as another user goes with its parent too', async () => {
    const options = { dataDir, settings, rootStrategy: 'user' }
    const holder = await startHolder<EmbeddedPostgres>('postgres', options)
    await holder.killByForce()
    await processGone(holder.held.pid)
  })

  // Not in a checkout below /root, say: there the other user cannot read the program.
  const canReadThis = spawnSync('test', ['-r', import.meta.filename], { ...nobody, cwd: '/' }).status === 0
  if (canReadThis)
    test('an ordinary user runs it as oneself', async () => {
      execFileSync('chown', ['-R', `${nobody.uid}:${nobody.gid}`, folder])
      const holder = await startHolder<EmbeddedPostgres>('postgres', { dataDir, settings }, nobody)
      expect(holder.held.error).toBeUndefined()
      expect(statSync(`/proc/${holder.held.pid}`).uid).toBe(nobody.uid)
      await holder.killByForce()
      await processGone(holder.held.pid)
    })
}
