import { concatHex, encodeAbiParameters, getContractAddress, type Hex, keccak256, numberToHex, toHex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { createSiweMessage } from 'viem/siwe'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestChain, type TestChain } from '../../../test/support/createTestChain.ts'
import { openTestApi, type TestApi } from '../testing/openTestApi.ts'

type Fields = Partial<Parameters<typeof createSiweMessage>[0]>

let api: TestApi
let chain: TestChain
/** Endpoints of the chain, in the order they are asked. */
let endpoints: string[] = []
let client = 0
beforeAll(async () => {
  chain = await createTestChain()
  api = await openTestApi({
    world: [],
    env: { TRUST_PROXY: 'on', PUBLIC_URL: 'https://fund.example', NODE_ENV: 'production', JWT_SECRET: 'x'.repeat(40) },
    rpcUrlsOf: () => endpoints,
  })
})
afterAll(async () => {
  await api.close()
  await chain.stop()
})
beforeEach(() => {
  client++
  endpoints = [chain.rpcUrl]
})

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  api.post(`/api/v1/auth/${path}/`, body, { 'x-forwarded-for': `198.51.100.${client}`, ...headers })
const outcome = (response: { statusCode: number; json(): { code: string } }) => [
  response.statusCode,
  response.json().code,
]
const nonce = async () => (await post('siwe/nonce', {})).json().nonce as string

async function messageFor(address: Hex, fields: Fields = {}): Promise<string> {
  return createSiweMessage({
    address,
    chainId: 31337,
    domain: 'fund.example',
    nonce: await nonce(),
    uri: 'https://fund.example/sign-in',
    version: '1',
    issuedAt: new Date(),
    ...fields,
  })
}

async function signed(fields: Fields = {}, account = privateKeyToAccount(generatePrivateKey())) {
  const message = await messageFor(account.address, fields)
  return { message, signature: await account.signMessage({ message }) }
}

describe('signing in with a wallet', () => {
  it('makes an account at first, and finds it again', async () => {
    const account = privateKeyToAccount(generatePrivateKey())
    const first = (await post('siwe/verify', await signed({}, account))).json()
    expect(first.user).toMatchObject({ username: null, wallet_address: account.address.toLowerCase(), role: 'user' })
    const second = (await post('siwe/verify', await signed({}, account))).json()
    expect(second.user.id).toBe(first.user.id)
    const me = await api.request({ url: '/api/v1/auth/me/', headers: { authorization: `Bearer ${second.access}` } })
    expect(me.json().id).toBe(first.user.id)
  })

  it.each([
    ['for another site', { domain: 'evil.example', uri: 'https://evil.example' }],
    ['for another port of the site', { domain: 'fund.example:8443', uri: 'https://fund.example:8443' }],
    ['with a URI of another site', { uri: 'https://evil.example/' }],
    ['for this machine, in production', { domain: 'localhost:5173', uri: 'http://localhost:5173' }],
    ['for a chain that is not followed', { chainId: 1 }],
    ['that has expired', { expirationTime: new Date(Date.now() - 1000) }],
    ['that is not valid yet', { notBefore: new Date(Date.now() + 60_000) }],
    ['issued long ago', { issuedAt: new Date(Date.now() - 3_600_000) }],
    ['issued in the future', { issuedAt: new Date(Date.now() + 3_600_000) }],
  ] as [string, Fields][])('refuses a message %s', async (_what, fields) => {
    expect(outcome(await post('siwe/verify', await signed(fields)))).toEqual([400, 'siwe_message_invalid'])
  })

  it('refuses what is no such message', async () => {
    const account = privateKeyToAccount(generatePrivateKey())
    for (const message of [
      'hello',
      'fund.example wants you to sign in',
      `${await messageFor(account.address)}`.replace('Version: 1', 'Version: 2'),
    ]) {
      const signature = await account.signMessage({ message })
      expect(outcome(await post('siwe/verify', { message, signature }))).toEqual([400, 'siwe_message_invalid'])
    }
  })

  it('takes a nonce once, and none that was not given out', async () => {
    const once = await signed()
    expect((await post('siwe/verify', once)).statusCode).toBe(200)
    expect(outcome(await post('siwe/verify', once))).toEqual([401, 'siwe_nonce_invalid'])
    expect(outcome(await post('siwe/verify', await signed({ nonce: 'a'.repeat(32) })))).toEqual([
      401,
      'siwe_nonce_invalid',
    ])
    const stale = await signed()
    await api.pool.query("update siwe_nonces set expires_at = now() - interval '1 second'")
    expect(outcome(await post('siwe/verify', stale))).toEqual([401, 'siwe_nonce_invalid'])
  })

  it('gives one of many at once with the same message a session', async () => {
    const once = await signed()
    const answers = await Promise.all([1, 2, 3].map(() => post('siwe/verify', once)))
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 401, 401])
  })

  it("refuses another key's signature, a changed message, and what is no signature", async () => {
    const [one, other] = [privateKeyToAccount(generatePrivateKey()), privateKeyToAccount(generatePrivateKey())]
    const message = await messageFor(one.address)
    expect(outcome(await post('siwe/verify', { message, signature: await other.signMessage({ message }) }))).toEqual([
      401,
      'siwe_signature_invalid',
    ])
    const second = await messageFor(one.address)
    const changed = {
      message: `${second} `.trimEnd().replace('sign-in', 'sign-up'),
      signature: await one.signMessage({ message: second }),
    }
    expect(outcome(await post('siwe/verify', changed))).toEqual([401, 'siwe_signature_invalid'])
    const third = { message: await messageFor(one.address), signature: `0x${'00'.repeat(65)}` }
    expect(outcome(await post('siwe/verify', third))).toEqual([401, 'siwe_signature_invalid'])
    expect(outcome(await post('siwe/verify', { ...third, signature: '0xzz' }))).toEqual([400, 'validation_failed'])
  })
})

describe('a smart wallet', () => {
  // Whatever it is asked, it answers 0x1626ba7e: "this signature is mine" (ERC-1271); the other one answers 0xffffffff.
  const wallet = (answer: Hex): Hex => `0x6010600c60003960106000f363${answer.slice(2)}60e01b60005260206000f3`
  const AGREES = wallet('0x1626ba7e')
  const REFUSES = wallet('0xffffffff')
  const DEPLOYER = '0x4e59b44847b379578588920ca78fbf26c0b4956c'

  async function deploy(bytecode: Hex): Promise<Hex> {
    const [from] = chain.accounts
    const hash = await chain.client.sendTransaction({ account: from!, data: bytecode })
    return (await chain.client.waitForTransactionReceipt({ hash })).contractAddress!
  }

  it('that is deployed signs in when it says that the signature is its own', async () => {
    const address = await deploy(AGREES)
    const message = await messageFor(address)
    const answer = await post('siwe/verify', { message, signature: `0x${'11'.repeat(70)}` })
    expect(answer.json().user.wallet_address).toBe(address.toLowerCase())
    const other = await messageFor(await deploy(REFUSES))
    expect(outcome(await post('siwe/verify', { message: other, signature: `0x${'11'.repeat(70)}` }))).toEqual([
      401,
      'siwe_signature_invalid',
    ])
  })

  it('is asked about at the next endpoint where the first is dead, and is not called a liar where all are', async () => {
    const address = await deploy(AGREES)
    const signature = `0x${'11'.repeat(70)}`
    endpoints = ['http://127.0.0.1:1', chain.rpcUrl]
    const answer = await post('siwe/verify', { message: await messageFor(address), signature })
    expect(answer.json().user?.wallet_address).toBe(address.toLowerCase())
    endpoints = ['http://127.0.0.1:1']
    const unknown = await post('siwe/verify', { message: await messageFor(address), signature })
    expect(outcome(unknown)).toEqual([503, 'wallet_unverifiable'])
    expect(unknown.headers['retry-after']).toBe('5')
    // A key needs no endpoint.
    expect((await post('siwe/verify', await signed())).statusCode).toBe(200)
  })

  it('that is not deployed yet signs in with how it would be (ERC-6492)', async () => {
    const salt = keccak256(toHex('salt'))
    const address = getContractAddress({ bytecode: AGREES, from: DEPLOYER, opcode: 'CREATE2', salt })
    const message = await messageFor(address)
    const wrapped = encodeAbiParameters(
      [{ type: 'address' }, { type: 'bytes' }, { type: 'bytes' }],
      [DEPLOYER, concatHex([salt, AGREES]), '0x1234'],
    )
    const signature = concatHex([wrapped, numberToHex(BigInt(`0x${'6492'.repeat(16)}`), { size: 32 })])
    expect((await post('siwe/verify', { message, signature })).json().user?.wallet_address).toBe(address.toLowerCase())
  })
})

describe('an account with a password', () => {
  it('can link a wallet, which then signs in as it, and no wallet of another account', async () => {
    const account = privateKeyToAccount(generatePrivateKey())
    const made = (await post('register', { username: 'grace', password: 'violet kettle orbit 42' })).json()
    const headers = { authorization: `Bearer ${made.access}` }
    expect(outcome(await post('siwe/link', await signed({}, account)))).toEqual([401, 'token_missing'])
    const linked = await post('siwe/link', await signed({}, account), headers)
    expect(linked.json()).toMatchObject({ username: 'grace', wallet_address: account.address.toLowerCase() })
    expect((await post('siwe/verify', await signed({}, account))).json().user.username).toBe('grace')

    const other = privateKeyToAccount(generatePrivateKey())
    await post('siwe/verify', await signed({}, other))
    expect(outcome(await post('siwe/link', await signed({}, other), headers))).toEqual([409, 'wallet_taken'])
  })
})
