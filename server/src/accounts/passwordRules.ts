import { AccountError } from './AccountError.ts'
import { COMMON_PASSWORDS } from './commonPasswords.ts'
import { usernameKey } from './foldUsername.ts'

export const MIN_PASSWORD_LENGTH = 10
export const MAX_PASSWORD_LENGTH = 128

/**
 * Length and guessability, no recipes of character classes (NIST SP 800-63B, section 3.1.1.2).
 *
 * @throws AccountError password_weak
 */
export function assertGoodPassword(password: string, username: string): void {
  const weak = (message: string) => new AccountError('password_weak', `password ${message}.`, { field: 'password' })
  const length = [...password].length
  if (length < MIN_PASSWORD_LENGTH || length > MAX_PASSWORD_LENGTH) {
    throw weak(`must have ${MIN_PASSWORD_LENGTH} to ${MAX_PASSWORD_LENGTH} characters`)
  }
  const folded = usernameKey(password)
  if (new Set(folded).size < 5) throw weak('must not be a few characters over and over')
  if (holdsUsername(password, username)) throw weak('must not hold the username')
  if (isRun(folded)) throw weak('must not be a run of the alphabet, the digits or the keyboard')
  if (isCommon(folded)) throw weak('is among those tried first; take one that nobody else has')
}

export const holdsUsername = (password: string, username: string): boolean =>
  usernameKey(password).includes(usernameKey(username))

/** `qwertyuiop`, `1234567890`, `abcdefghij`, their reverses and repetitions. */
function isRun(folded: string): boolean {
  const rows = [
    'abcdefghijklmnopqrstuvwxyz',
    '12345678901234567890',
    'qwertyuiopasdfghjklzxcvbnm',
    '1q2w3e4r5t6y7u8i9o0p',
  ]
  return rows.some((row) => [row, [...row].reverse().join('')].some((one) => (one + one).includes(folded)))
}

const LOOKALIKES: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** A common word with digits and signs around it, or with lookalikes in it, is as common as the word. */
function isCommon(folded: string): boolean {
  const forms = [folded, folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')]
  return forms.some((form) => {
    const plain = [...form].map((sign) => LOOKALIKES[sign] ?? sign).join('')
    return [form, plain].some((one) => COMMON_PASSWORDS.has(one) || COMMON_PASSWORDS.has(half(one)))
  })
}

/** `passwordpassword` is `password`. */
const half = (word: string): string => {
  const middle = word.length / 2
  return word.slice(0, middle) === word.slice(middle) ? word.slice(0, middle) : word
}
