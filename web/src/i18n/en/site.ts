import { plural } from '../../lib/plural.ts'

const categories: Record<string, string> = {
  technology: 'Technology',
  art: 'Art',
  music: 'Music',
  film: 'Film',
  games: 'Games',
  publishing: 'Publishing',
  food: 'Food',
  fashion: 'Fashion',
  environment: 'Environment',
  community: 'Community',
  health: 'Health',
  education: 'Education',
  sports: 'Sports',
  travel: 'Travel',
  charity: 'Charity',
  other: 'Other',
}

/** What every page may show: navigation, states, the card of a campaign. */
export const site = {
  skipToContent: 'Skip to content',
  language: 'Language',
  copyAddress: 'Copy the whole address',
  copyHash: 'Copy the whole hash',
  copied: 'Copied',
  openInExplorer: 'Open in the block explorer',
  close: 'Close',
  categoryName: (category: string): string => categories[category] ?? category,
  nav: {
    main: 'Main',
    menu: 'Menu',
    home: 'Home',
    homeOf: (site: string) => `${site}, home`,
    explore: 'Explore',
    stats: 'Statistics',
    create: 'Start a campaign',
    search: 'Search campaigns',
    searchPlaceholder: 'Search campaigns',
  },
  theme: { label: 'Appearance', light: 'Light', dark: 'Dark', system: 'As the system' },
  freshness: {
    block: (block: string) => `block ${block}`,
    unknown: 'No block read yet',
  },
  banner: {
    unreachable: 'The server cannot be reached. What you see is the last it told; money on the chain is not affected.',
    stalled: (block: string) => `The indexer has stopped at block ${block}. Figures are as of that block.`,
    backfilling: (blocks: string) =>
      `The indexer is catching up: ${blocks} blocks to go. Figures are older than the chain.`,
  },
  problem: {
    title: 'This could not be loaded',
    unreachable: 'The server did not answer. It may be restarting.',
    retry: 'Try again',
    reload: 'Reload the page',
    pageTitle: 'This page broke',
    pageText: 'Nothing has happened to any money. Try again, or reload the page.',
  },
  notFound: {
    title: 'Nothing is at this address',
    text: 'The page may have moved, or the link lost a character. Campaigns keep their address for as long as the chain does.',
  },
  footer: {
    promise:
      'Crowdfunding on an open ledger. Every number here can be checked against the chain, every word against its hash.',
    platform: 'Platform',
    data: 'Data',
    ledger: 'Ledger',
    api: 'API reference',
    openapi: 'OpenAPI document',
    health: 'Health',
    factory: 'Factory',
  },
  status: { ACTIVE: 'Open', SUCCESS: 'Funded', FAILED: 'Not funded', WITHDRAWN: 'Paid out' },
  card: {
    of: 'of',
    by: 'by',
    donors: (count: number, text: string) => `${text} ${plural(count, 'donor', 'donors')}`,
  },
  fiat: {
    about: (amount: string) => `about ${amount}`,
    polled: (price: string, symbol: string, age: string) => `at ${price} a ${symbol}, ${age}`,
    fixed: (price: string, symbol: string) => `at ${price} a ${symbol}, set by this site`,
  },
}
