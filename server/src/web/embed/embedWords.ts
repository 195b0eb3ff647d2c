import type { CampaignStatus } from '../../queries/campaignRow.ts'
import type { SiteConfig } from '../renderer.ts'

interface EmbedWords {
  unnamed: string
  status: Record<CampaignStatus, string>
  left: (time: string) => string
  ofGoal: (raised: string, goal: string) => string
  see: (siteName: string) => string
  hidden: string
  unknown: string
  unavailable: string
}

export const embedWords: Record<SiteConfig['language'], EmbedWords> = {
  en: {
    unnamed: 'Campaign',
    status: { ACTIVE: 'Open', SUCCESS: 'Funded', FAILED: 'Not funded', WITHDRAWN: 'Paid out' },
    left: (time) => `${time} left`,
    ofGoal: (raised, goal) => `${raised} of ${goal}`,
    see: (siteName) => `See it on ${siteName}`,
    hidden: 'This campaign is hidden here by moderation.',
    unknown: 'There is no such campaign here.',
    unavailable: 'This campaign cannot be shown just now.',
  },
  de: {
    unnamed: 'Kampagne',
    status: { ACTIVE: 'Offen', SUCCESS: 'Finanziert', FAILED: 'Nicht finanziert', WITHDRAWN: 'Ausgezahlt' },
    left: (time) => `noch ${time}`,
    ofGoal: (raised, goal) => `${raised} von ${goal}`,
    see: (siteName) => `Auf ${siteName} ansehen`,
    hidden: 'Diese Kampagne ist hier durch die Moderation verborgen.',
    unknown: 'Eine solche Kampagne gibt es hier nicht.',
    unavailable: 'Diese Kampagne kann gerade nicht gezeigt werden.',
  },
}
