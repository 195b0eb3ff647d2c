import { parseEth } from '../../lib/formatWei.ts'
import { CENTRED, type Crop } from './cropPicture.ts'

export interface Draft {
  name: string
  blurb: string
  category: string
  location: string
  tags: string
  creatorName: string
  story: string
  pictureAlt: string
  /** The part of the picture that is shown. */
  crop: Crop
  goal: string
  /** As the browser's field has it: local time without zone. */
  deadline: string
  /** The transaction that creates it, once sent: the draft is kept until that is in the index. */
  sentHash: string | null
}

const KEY = 'kindling.draft'
export const emptyDraft: Draft = {
  name: '',
  blurb: '',
  category: '',
  location: '',
  tags: '',
  creatorName: '',
  story: '',
  pictureAlt: '',
  crop: CENTRED,
  goal: '',
  deadline: '',
  sentHash: null,
}

export function readDraft(): Draft {
  try {
    return { ...emptyDraft, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Draft>) }
  } catch {
    return emptyDraft
  }
}

export function keepDraft(draft: Draft | null): void {
  try {
    if (draft === null) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, JSON.stringify(draft))
  } catch {
    // Without storage the draft lives as long as the page.
  }
}

export type Step = 'story' | 'goal' | 'review'
export type Mistake = 'missing' | 'badGoal' | 'tooSoon'

/** What keeps a step from being done, by field. */
export function mistakesOf(draft: Draft, step: Step, nowMs: number): Partial<Record<keyof Draft, Mistake>> {
  if (step === 'story') {
    const needed = ['name', 'blurb', 'category', 'story'] as const
    return Object.fromEntries(needed.filter((field) => draft[field].trim() === '').map((field) => [field, 'missing']))
  }
  if (step === 'goal') {
    const goal = parseEth(draft.goal)
    const deadline = Date.parse(draft.deadline)
    return {
      ...(goal === null || goal <= 0n ? { goal: 'badGoal' as const } : {}),
      ...(Number.isNaN(deadline)
        ? { deadline: 'missing' as const }
        : deadline <= nowMs
          ? { deadline: 'tooSoon' as const }
          : {}),
    }
  }
  return {}
}

/** The document that is sealed by its hash. Key order is part of the bytes, so it is fixed here. */
export function documentOf(draft: Draft, imageCid: string | null): Record<string, unknown> {
  const tags = draft.tags
    .split(',')
    .map((tag) => tag.trim().toLowerCase())
    .filter(Boolean)
  return {
    name: draft.name.trim(),
    short_description: draft.blurb.trim(),
    description: draft.story,
    category: draft.category,
    ...(tags.length > 0 ? { tags } : {}),
    ...(draft.location.trim() ? { location: draft.location.trim() } : {}),
    ...(draft.creatorName.trim() ? { creator_name: draft.creatorName.trim() } : {}),
    ...(imageCid ? { image: `ipfs://${imageCid}` } : {}),
    ...(imageCid && draft.pictureAlt.trim() ? { image_alt: draft.pictureAlt.trim() } : {}),
  }
}
