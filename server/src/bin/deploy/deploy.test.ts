import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { campaignFactoryAbi } from '@kindling/contracts'
import { parseEther } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ENTRY, startKindling } from '../../../test/operations/kindling.ts'
import { createTestChain, type TestChain } from '../../../test/support/createTestChain.ts'
import { WITH_US } from '../../../test/support/withUs.ts'
import { writeChainsFile, writeEnvFile } from './writeSettings.ts'

const CHAIN_ID = 84_530
/** anvil's second account. */
const KEY = '0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d'

let chain: TestChain
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kindling-deploy-'))
  chain = await createTestChain({ chainId: CHAIN_ID })
})
afterAll(async () => {
  await chain.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function deploy(args: string[], env: Record<string, string> = {}, typed?: string) {
  const words = ['contracts', 'deploy', '--rpc', chain.rpcUrl, '--confirmations', '1', ...args]
  if (typed === undefined) {
    const running = startKindling(words, { DEPLOYER_KEY: KEY, ...env })
    return { code: await running.exited, output: running.output() }
  }
  const [file = '', ...rest] = [...WITH_US, process.execPath, ENTRY, ...words]
  const child = spawn(file, rest, {
    env: { ...process.env, DEPLOYER_KEY: KEY, ...env },
    cwd: folder,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      output += text
    })
  child.stdin.end(`${typed}\n`)
  const [code] = await once(child, 'close')
  return { code, output }
}

const deployer = () => chain.accounts[1]!
const nonce = () => chain.client.getTransactionCount({ address: deployer() })

test('a dry run says address, gas and cost, and sends nothing; without a word of confirmation nothing is sent either', async () => {
  const before = await nonce()
  const [dry, unconfirmed, mistyped, wrong, nobody] = await Promise.all([
    deploy(['--private-key-env', 'DEPLOYER_KEY', '--dry-run', '--json']),
    deploy(['--private-key-env', 'DEPLOYER_KEY']),
    deploy(['--private-key-env', 'DEPLOYER_KEY'], {}, '1'),
    deploy(['--private-key-env', 'DEPLOYER_KEY', '--chain-id', '8453', '--yes']),
    deploy(['--yes']),
  ])
  expect(dry.code).toBe(0)
  const plan = JSON.parse(dry.output)
  expect(plan).toMatchObject({ dry_run: true, chain_id: CHAIN_ID, from: deployer().toLowerCase(), l1_fee_wei: null })
  expect(BigInt(plan.most_wei)).toBeGreaterThanOrEqual(BigInt(plan.likely_wei))
  expect(BigInt(plan.likely_wei)).toBeGreaterThan(0n)
  expect([unconfirmed.code, mistyped.code, wrong.code, nobody.code]).toEqual([1, 1, 1, 1])
  for (const { output } of [unconfirmed, mistyped]) expect(output).toContain('It was not confirmed: nothing was sent.')
  expect(wrong.output).toContain(`is of chain ${CHAIN_ID}, not 8453: nothing was sent.`)
  expect(nobody.output).toContain('say who signs with --ledger, --private-key-env NAME or --unlocked ADDRESS')
  expect(await nonce()).toBe(before)
})

test('a deployment lands where it was foretold, writes the settings and what an explorer asks for', async () => {
  const [env, chains, verify] = ['kindling.env', 'chains.json', 'verify'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  writeFileSync(env, 'JWT_SECRET=kept\nRPC_URL=https://mine.example\n')
  const dry = JSON.parse((await deploy(['--private-key-env', 'DEPLOYER_KEY', '--dry-run', '--json'])).output)
  const { code, output } = await deploy(
    ['--private-key-env', 'DEPLOYER_KEY', '--write-env', env, '--write-chains', chains, '--verification', verify],
    {},
    String(CHAIN_ID),
  )
  expect([code, output]).toEqual([0, expect.stringContaining(`Deployed on chain ${CHAIN_ID}`)])
  const settings = readFileSync(env, 'utf8')
  const address = dry.factory_address
  const start = Number(await chain.client.getBlockNumber())
  expect(settings).toBe(
    `JWT_SECRET=kept\nRPC_URL=https://mine.example\nCHAIN_ID=${CHAIN_ID}\nFACTORY_ADDRESS=${address}\nSTART_BLOCK=${start}\n`,
  )
  expect(JSON.parse(readFileSync(chains, 'utf8'))).toMatchObject([
    { chain_id: CHAIN_ID, factory_addresses: [address], start_block: start, rpc_urls: [chain.rpcUrl] },
  ])
  expect(await chain.client.readContract({ address, abi: campaignFactoryAbi, functionName: 'getCampaignCount' })).toBe(
    0n,
  )
  expect(JSON.parse(readFileSync(join(verify, 'standard-input.json'), 'utf8')).language).toBe('Solidity')
  const text = readFileSync(join(verify, 'README.md'), 'utf8')
  const implementation = await chain.client.readContract({
    address,
    abi: campaignFactoryAbi,
    functionName: 'implementation',
  })
  for (const part of [address, implementation.toLowerCase(), 'src/CampaignFactory.sol:CampaignFactory', 'v0.8.'])
    expect(text).toContain(part)
  expect(output).not.toContain(KEY)
})

test('an account that the node signs for deploys without a key here; one without funds is told what it lacks', async () => {
  const poor = '0x00000000000000000000000000000000000000aa'
  await chain.client.setBalance({ address: poor, value: parseEther('0.0000001') })
  const [unlocked, broke] = await Promise.all([
    deploy(['--unlocked', deployer(), '--yes', '--json']),
    deploy(['--unlocked', poor, '--yes']),
  ])
  expect(unlocked.code).toBe(0)
  const { factory_address, gas_used } = JSON.parse(unlocked.output)
  expect(await chain.client.getCode({ address: factory_address })).toMatch(/^0x60/)
  expect(Number(gas_used)).toBeGreaterThan(1_000_000)
  expect(broke.code).toBe(1)
  expect(broke.output).toMatch(/has 0\.0000001, and up to .* may be needed: nothing was sent|would not succeed/)
})

test('what keeps a file from being written is said before anything is sent', async () => {
  const env = join(folder, 'elsewhere.env')
  writeFileSync(env, 'CHAIN_ID=1\n')
  const chains = join(folder, 'rubbish.json')
  writeFileSync(chains, 'rubbish')
  const before = await nonce()
  const words = ['--private-key-env', 'DEPLOYER_KEY', '--yes']
  const [wrongChain, rubbish] = await Promise.all([
    deploy([...words, '--write-env', env]),
    deploy([...words, '--write-chains', chains]),
  ])
  expect(wrongChain).toMatchObject({ code: 1, output: expect.stringContaining('is about chain 1, not 84530') })
  expect(rubbish).toMatchObject({ code: 1, output: expect.stringContaining('cannot be read as JSON') })
  expect(await nonce()).toBe(before)
})

test('the sample of the settings is filled in, and what is written there already stays', () => {
  const path = join(folder, 'sample.env')
  const sample = readFileSync(join(import.meta.dirname, '../../../../deploy/kindling.env.example'), 'utf8')
  writeFileSync(path, sample)
  writeEnvFile(path, { chainId: 5, factoryAddress: '0xab', startBlock: 9, rpcUrl: 'https://one.example/key' })
  const filled = readFileSync(path, 'utf8')
  for (const line of ['CHAIN_ID=5', 'FACTORY_ADDRESS=0xab', 'START_BLOCK=9', 'RPC_URL=https://one.example/key'])
    expect(filled.split('\n')).toContain(line)
  expect(filled.split('\n')).toHaveLength(sample.split('\n').length)
})

test('a file about another chain is not overwritten, and a second factory stands beside the first', () => {
  const path = join(folder, 'other.env')
  const settings = { chainId: 1, factoryAddress: `0x${'11'.repeat(20)}`, startBlock: 50, rpcUrl: 'https://one.example' }
  writeEnvFile(path, settings)
  expect(() => writeEnvFile(path, { ...settings, chainId: 2 })).toThrow(/is about chain 1, not 2/)
  writeEnvFile(path, { ...settings, factoryAddress: `0x${'22'.repeat(20)}`, startBlock: 90 })
  expect(readFileSync(path, 'utf8')).toContain(
    `FACTORY_ADDRESS=0x${'11'.repeat(20)},0x${'22'.repeat(20)}\nSTART_BLOCK=50\n`,
  )
  const chains = join(folder, 'others.json')
  writeFileSync(chains, 'rubbish')
  expect(() => writeChainsFile(chains, settings)).toThrow(/cannot be read as JSON/)
})
