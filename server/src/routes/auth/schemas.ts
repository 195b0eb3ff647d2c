import { Type } from 'typebox'
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../../accounts/passwordRules.ts'
import type { TokenPair } from '../../accounts/sessions.ts'
import { ROLES, type User } from '../../accounts/users.ts'
import { address, component, isoTime, nullable, optionalText, ref, text } from '../schemas.ts'

export const Account = component('Account', {
  id: Type.Integer(),
  username: optionalText('Null for an account that has a wallet alone'),
  wallet_address: nullable(address('The wallet that signs in as this account')),
  role: Type.Enum([...ROLES], { type: 'string', description: 'What the account may do' }),
  created_at: isoTime('Of the account'),
})

export const TokenAnswer = component('TokenPair', {
  access: text('For Authorization: Bearer'),
  refresh: text('Gives the next pair, once'),
  token_type: Type.Enum(['Bearer'], { type: 'string' }),
  expires_in: Type.Integer({ description: 'Seconds until the access token expires', examples: [3600] }),
})

export const SignIn = component('SignIn', { ...TokenAnswer.properties, user: ref(Account) })

export const SiweNonce = component('SiweNonce', {
  nonce: text('For the message, once', '8f14e45fceea167a5a36dedd4bea2543'),
  expires_at: isoTime('Until when it counts'),
})

export const credentials = Type.Object(
  {
    username: Type.String({
      minLength: 1,
      maxLength: 100,
      description: 'Letter case does not matter',
      examples: ['ada'],
    }),
    password: Type.String({
      minLength: 1,
      maxLength: 4 * MAX_PASSWORD_LENGTH,
      description: `${MIN_PASSWORD_LENGTH} to ${MAX_PASSWORD_LENGTH} characters, and hard to guess`,
      examples: ['violet kettle orbit 42'],
    }),
  },
  { additionalProperties: false },
)
export const refreshBody = Type.Object(
  { refresh: Type.String({ minLength: 1, maxLength: 4096, description: 'The refresh token' }) },
  { additionalProperties: false },
)
export const tokenBody = Type.Object(
  { token: Type.String({ minLength: 1, maxLength: 4096, description: 'An access token' }) },
  { additionalProperties: false },
)
export const signedMessage = Type.Object(
  {
    message: Type.String({ minLength: 1, maxLength: 4096, description: 'As it was signed (EIP-4361)' }),
    signature: Type.String({
      pattern: '^0x([0-9a-fA-F]{2}){1,8000}$',
      maxLength: 16_002,
      description: "Of a key, or a smart wallet's (ERC-1271, ERC-6492)",
    }),
  },
  { additionalProperties: false },
)

export const toAccount = (user: User) => ({
  id: user.id,
  username: user.username,
  wallet_address: user.walletAddress,
  role: user.role,
  created_at: user.createdAt.toISOString(),
})

export const toTokens = ({ access, refresh, expiresIn }: TokenPair) => ({
  access,
  refresh,
  token_type: 'Bearer' as const,
  expires_in: expiresIn,
})
