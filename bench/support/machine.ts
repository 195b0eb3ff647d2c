import { availableParallelism, cpus } from 'node:os'
import pg from 'pg'
import { anvilRpc } from '../../server/src/embedded/anvilRpc.ts'

/** Where figures were measured: they mean nothing without it. */
export interface Machine {
  cpu: string
  cores: number
  node: string
  postgres?: string
  anvil?: string
}

/** @param parts the servers that took part */
export async function readMachine(parts: { databaseUrl?: string; anvilUrl?: string }): Promise<Machine> {
  const machine: Machine = {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    node: process.versions.node,
  }
  if (parts.databaseUrl !== undefined) machine.postgres = await postgresVersion(parts.databaseUrl)
  if (parts.anvilUrl !== undefined) {
    // anvil/v1.7.1
    machine.anvil = (await anvilRpc<string>(parts.anvilUrl, 'web3_clientVersion')).replace(/^anvil\/v?/, '')
  }
  return machine
}

export function machineLine({ cpu, cores, ...versions }: Machine): string {
  const parts = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  return [`${cpu}, ${cores} cores`, ...parts].join('; ')
}

async function postgresVersion(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query('show server_version')).rows[0].server_version
  } finally {
    await client.end()
  }
}
