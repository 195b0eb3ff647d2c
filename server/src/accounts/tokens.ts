import { createHash, createSecretKey, type KeyObject } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import { AccountError } from './AccountError.ts'

export type TokenKind = 'access' | 'refresh'

/** What a token says; who the bearer may be is read from the tables each time. */
export interface TokenClaims {
  kind: TokenKind
  userId: number
  /** The family of refresh tokens it belongs to. */
  familyId: string
  /** Of a refresh token: its row. */
  tokenId: string
  /** Of the user's credentials when it was made. */
  credentialsVersion: number
  expiresAt: Date
}

export interface Tokens {
  sign(claims: Omit<TokenClaims, 'expiresAt'>, lifetimeMs: number): Promise<string>
  /** @throws AccountError token_expired or token_invalid */
  verify(token: string, kind: TokenKind): Promise<TokenClaims>
}

const ISSUER = 'kindling'
const ALGORITHM = 'HS256'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Tokens signed with the first secret and accepted from all of them: to rotate, put the new one first and drop the old one
 * when the refresh tokens made with it have expired.
 */
export function createTokens(secrets: readonly string[]): Tokens {
  const keys = new Map<string, KeyObject>(
    secrets.map((secret) => [keyId(secret), createSecretKey(Buffer.from(secret))]),
  )
  const [current] = keys.keys()

  async function keyOf({ kid }: { kid?: string }): Promise<KeyObject> {
    const key = keys.get(kid ?? '')
    if (key === undefined) throw new errors.JWTInvalid('the key is not one of ours')
    return key
  }

  return {
    sign({ kind, userId, familyId, tokenId, credentialsVersion }, lifetimeMs) {
      const now = Date.now()
      return new SignJWT({ kind, fam: familyId, cv: credentialsVersion })
        .setProtectedHeader({ alg: ALGORITHM, kid: current!, typ: 'JWT' })
        .setIssuer(ISSUER)
        .setAudience(ISSUER)
        .setSubject(String(userId))
        .setJti(tokenId)
        .setIssuedAt(Math.floor(now / 1000))
        .setExpirationTime(Math.floor((now + lifetimeMs) / 1000))
        .sign(keys.get(current!)!)
    },

    async verify(token, kind) {
      try {
        const { payload } = await jwtVerify(token, keyOf, {
          algorithms: [ALGORITHM],
          issuer: ISSUER,
          audience: ISSUER,
          requiredClaims: ['exp', 'iat', 'sub', 'jti'],
        })
        return readClaims(payload, kind)
      } catch (cause) {
        if (cause instanceof errors.JWTExpired)
          throw new AccountError('token_expired', 'The token has expired.', { cause })
        throw new AccountError('token_invalid', `The token is not a valid ${kind} token.`, { cause })
      }
    },
  }
}

/** Tells keys apart without telling anything of them. */
const keyId = (secret: string) => createHash('sha256').update(`kid:${secret}`).digest('base64url').slice(0, 11)

function readClaims(payload: Record<string, unknown>, kind: TokenKind): TokenClaims {
  const { sub, jti, exp, fam, cv } = payload as { sub: string; jti: string; exp: number; fam: unknown; cv: unknown }
  if (payload['kind'] !== kind) throw new errors.JWTInvalid(`not a ${kind} token`)
  if (
    !/^[1-9]\d{0,14}$/.test(sub) ||
    typeof fam !== 'string' ||
    !UUID.test(fam) ||
    !UUID.test(jti) ||
    !Number.isInteger(cv)
  ) {
    throw new errors.JWTInvalid('the claims are not ours')
  }
  return {
    kind,
    userId: Number(sub),
    familyId: fam,
    tokenId: jti,
    credentialsVersion: cv as number,
    expiresAt: new Date(exp * 1000),
  }
}
