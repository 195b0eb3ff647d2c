const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** Every word that is a letter of a to z more, less or other, or two neighbours swapped, from this one; itself is not among them. */
export function wordsBeside(word: string): string[] {
  const found = new Set<string>()
  for (let i = 0; i <= word.length; i++) {
    const [before, after] = [word.slice(0, i), word.slice(i)]
    for (const letter of LETTERS) {
      found.add(before + letter + after)
      if (after !== '') found.add(before + letter + after.slice(1))
    }
    found.add(before + after.slice(1))
    if (after.length > 1) found.add(before + after[1]! + after[0]! + after.slice(2))
  }
  found.delete(word)
  return [...found]
}
