import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { resolve } from 'node:path'
import { kindlingRole } from './postgresDataFolder.ts'

/** The address of an embedded PostgreSQL that another process of this deployment runs at the moment, or null. */
export async function findEmbeddedPostgres(dataDir: string): Promise<string | null> {
  let recorded: { port: number; password: string }
  try {
    recorded = JSON.parse(readFileSync(`${resolve(dataDir)}.connection.json`, 'utf8'))
  } catch {
    return null
  }
  const { port, password } = recorded
  return (await isListening(port)) ? `postgres://${kindlingRole}:${password}@127.0.0.1:${port}/${kindlingRole}` : null
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
