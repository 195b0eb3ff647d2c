import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Anvil, startAnvil } from './anvil.ts'
import { anvilRpc } from './anvilRpc.ts'
import { freePort } from './freePort.ts'
import { processGone, startHolder } from './testing/startHolder.ts'

let folder: string
let statePath: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kindling-anvil-'))
  statePath = join(folder, 'state.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Emits one log for each transaction: PUSH1 0, PUSH1 0, LOG0, behind code that returns it. */
const loggingCode = '0x6005600c60003960056000f360006000a000'

interface Block {
  number: string
  hash: string
  parentHash: string
  timestamp: string
}

async function sendTransactions(rpcUrl: string, count: number): Promise<void> {
  const [from] = await anvilRpc<string[]>(rpcUrl, 'eth_accounts')
  const send = async (transaction: object) => {
    const hash = await anvilRpc(rpcUrl, 'eth_sendTransaction', [{ from, gas: '0x30d40', ...transaction }])
    for (;;) {
      const receipt = await anvilRpc<{ contractAddress: string } | null>(rpcUrl, 'eth_getTransactionReceipt', [hash])
      if (receipt) return receipt
      await delay(5)
    }
  }
  const { contractAddress } = await send({ data: loggingCode })
  for (let sent = 0; sent < count; sent++) await send({ to: contractAddress })
}

/** All that an indexer reads: blocks, logs, receipts. */
async function history({ rpcUrl }: Pick<Anvil, 'rpcUrl'>) {
  const head = Number(await anvilRpc<string>(rpcUrl, 'eth_blockNumber'))
  const numbers = Array.from({ length: head + 1 }, (_, number) => `0x${number.toString(16)}`)
  const blocks = await Promise.all(
    numbers.map((number) => anvilRpc<Block>(rpcUrl, 'eth_getBlockByNumber', [number, false])),
  )
  const logs = await anvilRpc<{ transactionHash: string }[]>(rpcUrl, 'eth_getLogs', [{ fromBlock: '0x0' }])
  const receipts = await Promise.all(
    logs.map((log) => anvilRpc(rpcUrl, 'eth_getTransactionReceipt', [log.transactionHash])),
  )
  return { blocks, logs, receipts }
}

async function head(rpcUrl: string): Promise<Block> {
  return anvilRpc<Block>(rpcUrl, 'eth_getBlockByNumber', ['latest', false])
}

test('a stopped chain goes on where it was, with the same blocks, logs and receipts', async () => {
  const first = await startAnvil({ statePath, timestamp: 1_700_000_000, chainId: 4242 })
  await sendTransactions(first.rpcUrl, 5)
  const before = await history(first)
  await first.stop()
  const second = await startAnvil({ statePath, timestamp: 1_700_000_000, chainId: 4242 })
  expect(await history(second)).toEqual(before)
  expect(before.logs).toHaveLength(5)
  expect(await anvilRpc(second.rpcUrl, 'eth_chainId')).toBe('0x1092')
  await anvilRpc(second.rpcUrl, 'evm_mine')
  expect((await head(second.rpcUrl)).parentHash).toBe(before.blocks.at(-1)?.hash)
  await second.stop()
})

test('the whole chain is kept when the parent is killed by force, and anvil goes with it', async () => {
  const holder = await startHolder<Anvil>('anvil', { statePath, stateIntervalMs: 3_600_000 })
  await sendTransactions(holder.held.rpcUrl, 2)
  const before = await history(holder.held)
  await holder.killByForce()
  // Started at once, while the other is still writing.
  const next = await startAnvil({ statePath })
  expect(await history(next)).toEqual(before)
  await next.stop()
  await processGone(holder.held.pid)
})

test('what was written before anvil itself was killed by force is kept', async () => {
  const first = await startAnvil({ statePath, stateIntervalMs: 20 })
  await sendTransactions(first.rpcUrl, 2)
  const { hash } = await head(first.rpcUrl)
  while (!existsSync(statePath) || !readFileSync(statePath, 'utf8').includes('"transactions"')) await delay(10)
  const written = async () => {
    const state = JSON.parse(readFileSync(statePath, 'utf8')) as { blocks: unknown[] }
    return state.blocks.length
  }
  while ((await written()) < 4) await delay(10)
  process.kill(first.pid, 'SIGKILL')
  expect(await first.exited).toBe('SIGKILL')
  await first.stop()
  const second = await startAnvil({ statePath })
  expect((await head(second.rpcUrl)).hash).toBe(hash)
  await second.stop()
})

test('half a state, written by a killed anvil, does not replace the whole one', async () => {
  const first = await startAnvil({ statePath })
  await anvilRpc(first.rpcUrl, 'evm_mine')
  const { hash } = await head(first.rpcUrl)
  await first.stop()
  writeFileSync(`${statePath}.exit`, readFileSync(statePath).subarray(0, 500))
  const second = await startAnvil({ statePath })
  expect((await head(second.rpcUrl)).hash).toBe(hash)
  await second.stop()
})

test('a state that anvil wrote earlier, before it was killed, does not replace a newer one', async () => {
  const first = await startAnvil({ statePath })
  await first.keepState()
  const early = readFileSync(statePath)
  await anvilRpc(first.rpcUrl, 'evm_mine')
  await first.keepState()
  const { hash } = await head(first.rpcUrl)
  process.kill(first.pid, 'SIGKILL')
  await first.stop()
  writeFileSync(`${statePath}.exit`, early)
  utimesSync(`${statePath}.exit`, new Date(0), new Date(0))
  const second = await startAnvil({ statePath })
  expect((await head(second.rpcUrl)).hash).toBe(hash)
  await second.stop()
})

test('time does not run backwards when a chain ahead of the clock is loaded', async () => {
  const first = await startAnvil({ statePath })
  await anvilRpc(first.rpcUrl, 'evm_increaseTime', [400 * 86_400])
  await anvilRpc(first.rpcUrl, 'evm_mine')
  const before = await head(first.rpcUrl)
  await first.stop()
  const second = await startAnvil({ statePath })
  await anvilRpc(second.rpcUrl, 'evm_mine')
  expect(Number((await head(second.rpcUrl)).timestamp)).toBeGreaterThan(Number(before.timestamp))
  await second.stop()
})

test('a damaged state is named, and left as it is', async () => {
  writeFileSync(statePath, '{"blocks":')
  await expect(startAnvil({ statePath })).rejects.toThrow(
    `The data folder ${statePath} does not hold the local chain's state; begin anew with "npm start -- --fresh".`,
  )
  expect(readFileSync(statePath, 'utf8')).toBe('{"blocks":')
})

test('a taken port is named', async () => {
  const port = await freePort()
  const other = createServer().listen(port, '127.0.0.1')
  await expect(startAnvil({ port })).rejects.toThrow(`Port ${port} for the local chain is taken; choose another.`)
  other.close()
})

test('an argument that anvil does not know is told in its words', async () => {
  await expect(startAnvil({ extraArgs: ['--no-such-thing'] })).rejects.toThrow(
    "The local chain (anvil) did not start: error: unexpected argument '--no-such-thing' found.",
  )
})

test('blocks come by themselves when a block time is set', async () => {
  const anvil = await startAnvil({ blockTimeMs: 50, accounts: 3, gasLimit: 12_345_678n })
  while (Number((await head(anvil.rpcUrl)).number) < 3) await delay(10)
  expect(await anvilRpc<string[]>(anvil.rpcUrl, 'eth_accounts')).toHaveLength(3)
  expect(await anvilRpc<{ gasLimit: string }>(anvil.rpcUrl, 'eth_getBlockByNumber', ['latest', false])).toMatchObject({
    gasLimit: '0xbc614e',
  })
  await anvil.stop()
})
