import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { resolve } from 'node:path'
import { kindlingRole } from './postgresDataFolder.ts'

/** The address of an embedded PostgreSQL that another process of this deployment runs at the moment, or null. */
export async function findEmbeddedPostgres(dataDir: string): Promise<string | null> {
  const url = readEmbeddedUrl(dataDir)
  return url !== null && (await isListening(Number(new URL(url).port))) ? url : null
}

/** The address of the last start, whether or not it runs; null where there was none. */
export function readEmbeddedUrl(dataDir: string): string | null {
  try {
    const { port, password } = JSON.parse(readFileSync(`${resolve(dataDir)}.connection.json`, 'utf8'))
    return `postgres://${kindlingRole}:${password}@127.0.0.1:${port}/${kindlingRole}`
  } catch {
    return null
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('connect', () => {
      socket.destroy()
      settle(true)
    })
    socket.once('error', () => settle(false))
  })
}
