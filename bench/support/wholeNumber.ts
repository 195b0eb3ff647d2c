import { UsageError } from './UsageError.ts'

/** The value of an option that counts something. @throws UsageError when it is not a whole number from 1 on */
export function wholeNumber(name: string, value: unknown, otherwise: number): number {
  if (value === undefined) return otherwise
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1)
    throw new UsageError(`--${name} takes a whole number from 1 on, not "${value}".`)
  return number
}
