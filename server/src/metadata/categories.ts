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

/** One of the fixed list, in any letter case; `other` for every other word. */
export function readCategory(text: string): Category {
  const word = text.trim().toLowerCase()
  return CATEGORIES.find((category) => category === word) ?? 'other'
}
