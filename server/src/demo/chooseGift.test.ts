import { parseEther } from 'viem'
import { expect, test } from 'vitest'
import { chooseGift } from './chooseGift.ts'
import { createRandom } from './random.ts'

const campaign = (last: string, goal: string, raised: string) => ({
  address: `0x${last.padStart(40, '0')}` as const,
  goal: parseEther(goal),
  totalRaised: parseEther(raised),
})

test('nothing is given where every campaign has far more than its goal, or none is open', () => {
  expect(chooseGift([campaign('1', '10', '18')], createRandom('x'))).toBeUndefined()
  expect(chooseGift([], createRandom('x'))).toBeUndefined()
})

test('gifts are positive, a small part of the goal, and go to any campaign that wants them', () => {
  const random = createRandom('gifts')
  const open = [
    campaign('1', '0.5', '0'),
    campaign('2', '2000', '700'),
    campaign('3', '8', '9'),
    campaign('4', '8', '15'),
  ]
  const reached = new Set<string>()
  for (let i = 0; i < 600; i++) {
    const gift = chooseGift(open, random)
    if (!gift) throw new Error('there was no gift')
    const to = open.find(({ address }) => address === gift.campaign)
    reached.add(gift.campaign)
    expect(gift.amountWei).toBeGreaterThan(0n)
    expect(gift.amountWei).toBeLessThanOrEqual((to?.goal ?? 0n) / 20n)
  }
  expect(reached).toEqual(new Set(open.slice(0, 3).map(({ address }) => address)))
})
