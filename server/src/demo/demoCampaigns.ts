import { readdirSync, readFileSync } from 'node:fs'

/** The words of one demo campaign. */
export interface DemoCampaign {
  readonly slug: string
  readonly name: string
  readonly shortDescription: string
  /** Markdown. */
  readonly description: string
  readonly category: string
  readonly tags: readonly string[]
  readonly location: string
  readonly creatorName: string
  readonly website?: string
  readonly twitter?: string
  readonly discord?: string
}

const FOLDER = new URL('campaigns/', import.meta.url)

/** Reads `campaigns/*.md`: `key: value` lines between two `---`, then the story. */
export function demoCampaigns(): DemoCampaign[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => parseCampaign(file.slice(0, -3), readFileSync(new URL(file, FOLDER), 'utf8')))
}

export function parseCampaign(slug: string, text: string): DemoCampaign {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text)
  if (!match) throw new Error(`The demo campaign "${slug}" has no front matter between two lines of "---".`)
  const fields = new Map<string, string>()
  // Biome's Markdown formatter leaves an empty line at the front matter's head
  for (const line of (match[1] as string).split('\n').filter(Boolean)) {
    const colon = line.indexOf(': ')
    if (colon < 1)
      throw new Error(`The demo campaign "${slug}" has a front-matter line that is not "key: value": ${line}`)
    fields.set(line.slice(0, colon), line.slice(colon + 2).trim())
  }
  const need = (key: string): string => {
    const value = fields.get(key)
    if (!value) throw new Error(`The demo campaign "${slug}" has no "${key}" in its front matter.`)
    return value
  }
  const optional = <K extends string>(key: K): { [P in K]?: string } => {
    const value = fields.get(key)
    return value ? ({ [key]: value } as { [P in K]?: string }) : {}
  }
  return {
    slug,
    name: need('name'),
    shortDescription: need('short'),
    description: (match[2] as string).trim(),
    category: need('category'),
    tags: need('tags').split(', '),
    location: need('location'),
    creatorName: need('creator'),
    ...optional('website'),
    ...optional('twitter'),
    ...optional('discord'),
  }
}
