import { KindlingError } from '../lib/errors.ts'

/** A message for a chain that this database does not follow. */
export class UnknownChainError extends KindlingError {
  constructor(chainId: number) {
    super('chain_unknown', `Chain ${chainId} is not followed here.`)
  }
}
