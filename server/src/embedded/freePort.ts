import { createServer } from 'node:net'

/** Whether nothing listens on this port of the loopback interface at this moment. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)))
  })
}

/**
 * A port of the loopback interface that is free now: `preferred` if it is, else one the system picks. Another process may
 * take it before its user listens on it, so whoever starts a server there tries again with a new one.
 */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await isPortFree(preferred))) return preferred
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen({ port: 0, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address()
      if (address === null || typeof address === 'string') return reject(new Error('the system named no free port'))
      probe.close(() => resolve(address.port))
    })
  })
}
