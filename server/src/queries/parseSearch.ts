/** One part of what was typed. */
export interface SearchTerm {
  text: string
  /** In quotes: these words in this order. */
  isPhrase: boolean
  isExcluded: boolean
  /** Joined to the one before by "or" instead of "and". */
  isAlternative: boolean
  /** The last word, still being typed. */
  isPrefix: boolean
}

/**
 * Reads the syntax that people know from search engines (as PostgreSQL's websearch_to_tsquery): words, "quoted phrases", -not, or.
 * Whatever is typed has a meaning; nothing is an error.
 */
export function parseSearch(text: string): SearchTerm[] {
  const terms: SearchTerm[] = []
  let isAlternative = false
  // "~1" beside a document's words names the five hundred ids that it lies in (migration 0015): nobody looks for that. The others
  // are folded to it (unaccent).
  const typed = text.replace(/[~\u02dc\uff5e]/g, ' ')
  // An open quote goes on to the end.
  for (const { 0: part, 1: minus, 2: phrase, 3: word, index } of typed.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
    if (word?.toLowerCase() === 'or' && minus === '') {
      isAlternative = terms.length > 0
      continue
    }
    const said = (phrase ?? word ?? '').replace(/^-+/, '').trim()
    if (!/[\p{L}\p{N}]/u.test(said)) continue
    const isLast = index + part.length === text.length
    const isExcluded = minus === '-'
    terms.push({
      text: said,
      isPhrase: phrase !== undefined,
      isExcluded,
      isAlternative,
      isPrefix: isLast && phrase === undefined && !isExcluded,
    })
    isAlternative = false
  }
  return terms
}
