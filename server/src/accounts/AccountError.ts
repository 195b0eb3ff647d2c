import { KindlingError } from '../lib/errors.ts'

export type AccountFault =
  | 'account_disabled'
  | 'account_not_found'
  | 'credentials_wrong'
  | 'last_admin'
  | 'password_weak'
  | 'siwe_message_invalid'
  | 'siwe_nonce_invalid'
  | 'siwe_signature_invalid'
  | 'token_expired'
  | 'token_invalid'
  | 'token_reused'
  | 'username_invalid'
  | 'username_taken'
  | 'wallet_taken'
  | 'wallet_unverifiable'

/** Why an account, a sign-in or a token does not count. */
export class AccountError extends KindlingError {
  declare readonly code: AccountFault
  /** The field at fault, where one is. */
  readonly field: string | undefined

  constructor(code: AccountFault, message: string, options: { field?: string; cause?: unknown } = {}) {
    super(code, message, { cause: options.cause })
    this.field = options.field
  }
}
