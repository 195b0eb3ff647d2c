import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'

// No HTML of the author's passes: what looks like a tag is shown as written. The sanitiser is the second fence.
const markdown = new MarkdownIt({ html: false, linkify: true, typographer: true })

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'h2',
    'h3',
    'h4',
    'ul',
    'ol',
    'li',
    'strong',
    'em',
    's',
    'a',
    'blockquote',
    'code',
    'pre',
    'hr',
    'br',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'div',
  ],
  allowedAttributes: { a: ['href', 'rel', 'title'], ol: ['start'], div: ['class', 'tabindex', 'role', 'aria-label'] },
  allowedClasses: { div: ['scroll'] },
  allowedSchemes: ['https', 'http', 'mailto'],
  allowProtocolRelative: false,
  transformTags: {
    // The page has its h1; headings of a story begin below it.
    h1: 'h2',
    h5: 'h4',
    h6: 'h4',
    a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: 'nofollow ugc noopener' } }),
  },
}

/** A story in Markdown as HTML that can do nothing but be read. Pictures in it are left out: they would call other hosts. */
export function storyHtml(story: string): string {
  const html = markdown.render(story)
  const scrollable = html
    .replace(/<table>/g, '<div class="scroll" tabindex="0" role="region" aria-label="Table"><table>')
    .replace(/<\/table>/g, '</table></div>')
    // A corner without words is no header of anything.
    .replace(/<th[^>]*><\/th>/g, '<td></td>')
  return sanitizeHtml(scrollable, allowed)
}
