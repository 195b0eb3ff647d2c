import { expect, test } from 'vitest'
import { createTestChain } from '../../test/support/createTestChain.ts'
import { quietLogger } from '../../test/support/startPipeline.ts'
import { waitFor } from '../../test/support/waitFor.ts'
import { subscribeHeads } from './subscribeHeads.ts'

test('each new block rings, and a node that is away is asked again', async () => {
  const chain = await createTestChain()
  let heads = 0
  const wsUrl = chain.rpcUrl.replace('http:', 'ws:')
  const subscription = subscribeHeads(wsUrl, { logger: quietLogger, onHead: () => heads++ })
  await waitFor('a head', async () => {
    await chain.mine(1)
    return heads > 0
  })
  const before = heads
  await chain.mine(1)
  await waitFor('the next head', () => heads > before)
  await chain.stop()
  subscription.stop()
  expect(heads).toBeGreaterThan(before)
})

test('a URL where nobody listens ends with stop', async () => {
  const subscription = subscribeHeads('ws://127.0.0.1:9', { logger: quietLogger, onHead: () => {} })
  subscription.stop()
  expect(subscription).toBeDefined()
})
