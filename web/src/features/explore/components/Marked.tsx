const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
}
const plain = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39|#x27);/g, (entity) => entities[entity] as string)

/** A highlight of the API: escaped text with the words found in `<mark>`. It is read here, not put into the page as HTML. */
export function Marked({ html }: { html: string }) {
  return html.split(/(<mark>.*?<\/mark>)/).map((part, index) => {
    const found = /^<mark>(.*)<\/mark>$/.exec(part)
    return found ? <mark key={index}>{plain(found[1] as string)}</mark> : plain(part)
  })
}
