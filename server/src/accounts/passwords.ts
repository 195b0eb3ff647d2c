import { hash, verify } from '@node-rs/argon2'

// argon2id with the OWASP password storage cheat sheet's figures: 19 MiB, 2 passes, 1 lane.
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** One password has several unicode forms, depending on the keyboard. */
const bytesOf = (password: string) => Buffer.from(password.normalize('NFKC'), 'utf8')

export function hashPassword(password: string): Promise<string> {
  return hash(bytesOf(password), COST)
}

let nobody: Promise<string> | undefined

/** Takes as long for an account that is not there (or has no password) as for a wrong password. */
export async function checkPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('the password of nobody')
  // Waited for in either case: the first unknown name must not take longer than the first known one.
  const instead = await nobody
  const right = await verify(passwordHash ?? instead, bytesOf(password))
  return right && passwordHash !== null
}
