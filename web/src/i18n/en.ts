import { campaign } from './en/campaign.ts'
import { creating } from './en/creating.ts'
import { finding } from './en/finding.ts'
import { money } from './en/money.ts'
import { site } from './en/site.ts'

/** Every word of the app, by area. Numbers arrive formatted; a count comes along where the form depends on it. */
export const en = { ...site, ...finding, ...campaign, ...money, ...creating }
