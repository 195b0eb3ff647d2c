import { readFile } from 'node:fs/promises'
import { toEventSelector, toFunctionSelector } from 'viem'
import { describe, expect, test } from 'vitest'
import { compileContracts } from '../scripts/compileContracts.ts'
import { renderGenerated } from '../scripts/renderGenerated.ts'
import {
  campaignAbi,
  campaignErrorMessages,
  campaignFactoryAbi,
  campaignFactoryBytecode,
  eventTopics,
} from '../src/index.ts'
import { standardJsonInput, verification } from '../src/verification.ts'

test('the committed ABIs and bytecode are those of a fresh compile', async () => {
  const generated = await renderGenerated(await compileContracts({ cache: false }))
  for (const [name, text] of Object.entries(generated)) {
    const committed = await readFile(new URL(`../src/${name}`, import.meta.url), 'utf8')
    expect(committed === text, `${name} is stale: run npm run compile --workspace contracts`).toBe(true)
  }
}, 60_000)

test('the cache gives what a fresh compile gives', async () => {
  const fresh = await compileContracts({ cache: false })
  await compileContracts()
  expect(await compileContracts()).toEqual(fresh)
}, 60_000)

test('the input for explorers, and nothing else, compiles to the bytecode that is deployed', async () => {
  const { default: solc } = await import('solc')
  const given = JSON.parse(JSON.stringify(standardJsonInput))
  // No import may be looked up: an explorer has only what it is given.
  const output = JSON.parse(solc.compile(JSON.stringify(given)))
  expect(output.errors ?? []).toEqual([])
  const [source = '', name = ''] = verification.factory.split(':')
  expect(`0x${output.contracts[source][name].evm.bytecode.object}`).toBe(campaignFactoryBytecode)
  const [campaignSource = '', campaign = ''] = verification.campaign.split(':')
  expect(output.contracts[campaignSource][campaign].evm.bytecode.object.length).toBeGreaterThan(1_000)
  expect(Object.keys(given.sources).filter((file) => file.includes('testing'))).toEqual([])
  expect(verification.compilerVersion).toMatch(/^v0\.8\.\d+\+commit\.[0-9a-f]{8}$/)
}, 60_000)

describe('the interface that indexers rely on is unchanged', () => {
  test.each([
    ['CampaignCreated', 'CampaignCreated(address,address,address,uint256,uint256,string)', 3],
    ['DonationReceived', 'DonationReceived(address,address,uint256,uint256,uint256)', 2],
    ['Withdrawn', 'Withdrawn(address,address,uint256,uint256)', 2],
    ['Refunded', 'Refunded(address,address,uint256,uint256)', 2],
  ] as const)('%s', (name, signature, indexed) => {
    expect(eventTopics[name]).toBe(toEventSelector(signature))
    const event = [...campaignFactoryAbi, ...campaignAbi].find((item) => item.type === 'event' && item.name === name)
    const isIndexed = event?.type === 'event' ? event.inputs.map((input) => input.indexed) : []
    expect(isIndexed).toEqual(isIndexed.map((_, n) => n < indexed))
  })

  test('there are no other events', () => {
    const events = [...campaignFactoryAbi, ...campaignAbi].filter((item) => item.type === 'event')
    expect(events.map((event) => event.name).sort()).toEqual(Object.keys(eventTopics).sort())
  })

  test.each([
    [
      'CampaignFactory',
      campaignFactoryAbi,
      [
        'createCampaign(uint256,uint256,string)',
        'getCampaigns()',
        'getCampaignsByCreator(address)',
        'getCampaignCount()',
        'campaigns(uint256)',
        'campaignsByCreator(address,uint256)',
      ],
    ],
    [
      'Campaign',
      campaignAbi,
      [
        ...['donate()', 'withdraw()', 'refund()', 'getSummary()', 'contributionOf(address)', 'isActive()'],
        ...['isSuccessful()', 'isFailed()', 'creator()', 'goal()', 'deadline()', 'cid()', 'totalRaised()'],
        ...['withdrawn()', 'contributions(address)', 'refunded(address)'],
      ],
    ],
  ])('the functions of %s', (_, abi, signatures) => {
    const selectors = abi.filter((item) => item.type === 'function').map((item) => toFunctionSelector(item))
    expect(selectors).toEqual(expect.arrayContaining(signatures.map((signature) => toFunctionSelector(signature))))
  })
})

test('every error of the contracts has its sentence, and no other has', () => {
  const errors = [...campaignFactoryAbi, ...campaignAbi].filter((item) => item.type === 'error')
  expect(Object.keys(campaignErrorMessages).sort()).toEqual(errors.map((error) => error.name).sort())
  for (const message of Object.values(campaignErrorMessages)) expect(message).toMatch(/^[A-Z].*\.$/)
})
