import { AccountError } from './AccountError.ts'

const FORM = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[._-](?=[\p{L}\p{N}])){2,31}$/u

/** A name as it is shown (NFKC), and the key that makes two names the same whatever their letter case and unicode form. */
export interface Username {
  name: string
  key: string
}

/** @throws AccountError username_invalid */
export function foldUsername(given: string): Username {
  const name = given.normalize('NFKC')
  if (!FORM.test(name)) {
    throw new AccountError(
      'username_invalid',
      'username must be 3 to 32 letters and digits, with single dots, dashes or underscores between them.',
      { field: 'username' },
    )
  }
  return { name, key: usernameKey(name) }
}

/** By upper case first: that also folds ß, ſ and ı, which have no lower-case partner (Unicode, "Default Case Folding"). */
export function usernameKey(given: string): string {
  return given.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')
}
