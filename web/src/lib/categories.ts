export const CATEGORIES = [
  'technology',
  'art',
  'music',
  'film',
  'games',
  'publishing',
  'food',
  'fashion',
  'environment',
  'community',
  'health',
  'education',
  'sports',
  'travel',
  'charity',
  'other',
] as const
export type Category = (typeof CATEGORIES)[number]

export const isCategory = (name: string): name is Category => (CATEGORIES as readonly string[]).includes(name)
