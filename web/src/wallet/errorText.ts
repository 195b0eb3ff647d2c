import { campaignErrorMessages } from '@kindling/contracts'
import { BaseError, ContractFunctionRevertedError, InsufficientFundsError, UserRejectedRequestError } from 'viem'
import type { Messages } from '../i18n/messages.ts'

/** What went wrong, in words: the contract's own error where there is one. */
export function errorText(error: unknown, t: Messages): string {
  if (isRejection(error)) return t.tx.errors.rejected
  if (error instanceof BaseError) {
    const reverted = error.walk((cause) => cause instanceof ContractFunctionRevertedError)
    if (reverted instanceof ContractFunctionRevertedError) {
      const name = reverted.data?.errorName
      return (name && campaignErrorMessages[name as keyof typeof campaignErrorMessages]) || t.tx.errors.reverted
    }
    if (error.walk((cause) => cause instanceof InsufficientFundsError)) return t.tx.errors.funds
  }
  const message = error instanceof Error ? error.message : String(error)
  if (/insufficient funds|exceeds the balance|exceeds balance/i.test(message)) return t.tx.errors.funds
  return `${t.tx.errors.unknown} ${error instanceof BaseError ? error.shortMessage : message}`.slice(0, 300)
}

export function isRejection(error: unknown): boolean {
  if (error instanceof BaseError) return error.walk((cause) => cause instanceof UserRejectedRequestError) !== null
  return (error as { code?: number } | null)?.code === 4001
}
