import { IpfsError } from './IpfsError.ts'

interface Flight<T> {
  result: Promise<T>
  controller: AbortController
  passengers: number
}

/**
 * Who asks for a key that is being fetched shares the fetch. One that gives up leaves the others undisturbed; the fetch
 * itself is given up when the last has left.
 */
export function createSingleFlight<T>() {
  const flights = new Map<string, Flight<T>>()

  return async function share(
    key: string,
    signal: AbortSignal,
    start: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const leftEarly = () => new IpfsError('aborted', 'The fetch was given up.', { cause: signal.reason })
    if (signal.aborted) throw leftEarly()
    let flight = flights.get(key)
    if (!flight) {
      const controller = new AbortController()
      const started: Flight<T> = { controller, passengers: 0, result: start(controller.signal) }
      const land = () => {
        if (flights.get(key) === started) flights.delete(key)
      }
      started.result.then(land, land)
      flights.set(key, started)
      flight = started
    }
    const aboard = flight
    aboard.passengers += 1
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        aboard.passengers -= 1
        if (aboard.passengers === 0) {
          flights.delete(key)
          aboard.controller.abort(signal.reason)
        }
        reject(leftEarly())
      }
      signal.addEventListener('abort', leave, { once: true })
      aboard.result.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
    })
  }
}
