import { connect, type Socket } from 'node:net'

/** Clients of the live stream that read what comes and do nothing else. */
export interface Streams {
  /** When each client is told of this amount, by `performance.now()`, until all are or time is up. To be called before the commit. */
  awaitAmount(wei: string, timeoutMs: number): Promise<number[]>
  close(): void
}

/** So many connect at once; the backlog of a listening socket is not longer than some hundreds. */
const AT_ONCE = 100

export async function openStreams(port: number, count: number): Promise<Streams> {
  const sockets: Socket[] = []
  /** What is looked for in what comes. */
  let mark = ''
  let onMark = () => {}

  const open = () =>
    new Promise<void>((resolve, reject) => {
      let tail = ''
      const socket = connect({ port, host: '127.0.0.1' }, () =>
        socket.write(`GET /api/v1/stream/ HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: text/event-stream\r\n\r\n`),
      )
      sockets.push(socket)
      socket.once('error', reject)
      socket.once('data', (head) => {
        if (head.toString('latin1').startsWith('HTTP/1.1 200')) resolve()
        else reject(new Error(`A stream was answered: ${head}`))
      })
      socket.on('data', (chunk) => {
        if (mark === '') return
        const text = tail + chunk.toString('latin1')
        if (text.includes(mark)) {
          tail = ''
          onMark()
        } else tail = text.slice(-mark.length)
      })
    })
  for (let done = 0; done < count; done += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - done) }, open))
  }

  return {
    awaitAmount(wei, timeoutMs) {
      const times: number[] = []
      mark = `"amount_wei":"${wei}"`
      return new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer)
          mark = ''
          resolve(times)
        }
        const timer = setTimeout(end, timeoutMs)
        onMark = () => {
          times.push(performance.now())
          if (times.length === count) end()
        }
      })
    },
    close() {
      for (const socket of sockets) socket.destroy()
    },
  }
}
