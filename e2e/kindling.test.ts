import { afterAll, beforeAll, describe } from 'vitest'
import { addAccessScenarios } from './scenarios/access.ts'
import { addMoneyScenarios } from './scenarios/money.ts'
import { addReadingScenarios } from './scenarios/reading.ts'
import { addWalletScenarios } from './scenarios/wallet.ts'
import { findChromium } from './support/findChromium.ts'
import { openScenarios } from './support/openScenarios.ts'

const START_MS = 300_000
const missing = findChromium() === undefined

describe.skipIf(missing)(`In a browser${missing ? ' (Chromium is not installed)' : ''}`, () => {
  const { start, stop, scenario } = openScenarios()
  beforeAll(start, START_MS)
  afterAll(stop, 60_000)

  describe('Reading', () => addReadingScenarios(scenario))
  describe('Wallets', () => addWalletScenarios(scenario))
  describe('Money', () => addMoneyScenarios(scenario))
  describe('Access', () => addAccessScenarios(scenario))
})
