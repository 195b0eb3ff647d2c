import { campaign } from './de/campaign.ts'
import { creating } from './de/creating.ts'
import { finding } from './de/finding.ts'
import { money } from './de/money.ts'
import { site } from './de/site.ts'
import type { Messages } from './messages.ts'

export const de: Messages = { ...site, ...finding, ...campaign, ...money, ...creating }
