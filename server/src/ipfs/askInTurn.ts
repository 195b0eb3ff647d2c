import { type Gateway, GatewayRests, Overtaken } from './gateway.ts'
import { type GatewayFault, IpfsError } from './IpfsError.ts'

/** So many times hedgeMs a fetch waits before it asks those that rest beside those that do not answer. */
const RESTING_PATIENCE = 4

/** The free ones first, in the operator's order; then those that are busy; then, in case all fail, those that rest. */
function inOrder(gateways: readonly Gateway[]): { awake: Gateway[]; resting: Gateway[] } {
  const awake = gateways.filter((gateway) => !gateway.rests())
  const resting = gateways.filter((gateway) => !awake.includes(gateway))
  awake.sort((a, b) => Number(a.busy()) - Number(b.busy()))
  resting.sort((a, b) => a.restsUntilMs() - b.restsUntilMs())
  return { awake, resting }
}

/**
 * Asks one gateway after another until one answers: the next as soon as one fails, or beside it when it has not
 * answered within hedgeMs, so that a slow one delays nobody by more. The losers are hung up on, and one that was overtaken so is
 * told: who hangs never fails, and would be asked first for ever. Those that rest are asked too where nobody answers for long.
 * @throws IpfsError with the code all gateways failed with, or `unavailable` where they differ
 */
export async function askInTurn<T>(
  what: string,
  gateways: readonly Gateway[],
  signal: AbortSignal,
  hedgeMs: number,
  ask: (gateway: Gateway, signal: AbortSignal, insist: boolean) => Promise<T>,
): Promise<{ answer: T; gateway: string }> {
  const { awake, resting } = inOrder(gateways)
  const faults: GatewayFault[] = []
  const losers = new AbortController()
  const either = AbortSignal.any([signal, losers.signal])
  let queue = awake
  let insist = false
  let running = 0
  let settled = false
  let timer: NodeJS.Timeout | undefined
  const givenUp = () => new IpfsError('aborted', `The fetch of ${what} was given up.`, { faults, cause: signal.reason })

  return new Promise<{ answer: T; gateway: string }>((resolve, reject) => {
    const fail = (error: unknown) => {
      settled = true
      reject(signal.aborted ? givenUp() : error)
    }
    const startedAt = Date.now()
    const next = () => {
      clearTimeout(timer)
      if (settled) return
      if (signal.aborted) return fail(undefined)
      const isLong = Date.now() - startedAt >= hedgeMs * RESTING_PATIENCE
      if (queue.length === 0 && resting.length > 0 && (running === 0 || isLong)) {
        queue = resting.splice(0)
        insist = true
      }
      const gateway = queue.shift()
      if (!gateway) {
        if (running === 0) fail(allFailed(what, faults))
        else if (resting.length > 0) wait()
        return
      }
      running += 1
      ask(gateway, either, insist).then(
        (answer) => {
          settled = true
          losers.abort(new Overtaken(hedgeMs))
          resolve({ answer, gateway: gateway.name })
        },
        (error) => {
          running -= 1
          if (error instanceof GatewayRests) resting.push(gateway)
          else if (error instanceof IpfsError)
            faults.push({ gateway: gateway.name, code: error.code, message: error.message, status: error.status })
          else return fail(error)
          next()
        },
      )
      if (queue.length > 0 || resting.length > 0) wait()
    }
    const wait = () => {
      timer = setTimeout(next, hedgeMs)
    }
    signal.addEventListener('abort', () => fail(undefined), { once: true, signal: losers.signal })
    next()
  }).finally(() => {
    clearTimeout(timer)
    losers.abort()
  })
}

function allFailed(what: string, faults: GatewayFault[]): IpfsError {
  if (faults.length === 0)
    return new IpfsError('unavailable', `${what} is not in the store and no gateway is configured.`)
  const codes = new Set(faults.map((fault) => fault.code))
  const code = codes.size === 1 ? faults[0]!.code : 'unavailable'
  return new IpfsError(
    code,
    `${what} could not be fetched: ${faults.map((fault) => fault.message.replace(/\.$/, '')).join('; ')}.`,
    { faults },
  )
}
