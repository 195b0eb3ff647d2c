import { describe, expect, it } from 'vitest'
import { storyHtml } from './storyHtml.ts'

describe('a story as HTML', () => {
  it('keeps headings, lists, tables and links', () => {
    const html = storyHtml('# One\n\n- a **b**\n\n[site](https://example.org)\n\n| a | b |\n| - | - |\n| 1 | 2 |\n')
    expect(html).toContain('<h2>One</h2>')
    expect(html).toContain('<li>a <strong>b</strong></li>')
    expect(html).toContain('<a href="https://example.org" rel="nofollow ugc noopener">site</a>')
    expect(html).toContain('<table>')
  })

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a handler', '<img src=x onerror=alert(1)>'],
    ['a javascript link', '[x](javascript:alert(1))'],
    ['a javascript link with entities', '[x](&#106;avascript:alert(1))'],
    ['a data link', '[x](data:text/html,<script>alert(1)</script>)'],
    ['an svg', '<svg onload=alert(1)>'],
    ['an autolink', '<javascript:alert(1)>'],
    ['a frame', '<iframe src="https://example.org"></iframe>'],
    ['a protocol-relative link', '[x](//evil.example)'],
  ])('lets %s do nothing', (_name, story) => {
    const html = storyHtml(story)
    // What is left of it is text: no element but these, and no attribute that acts.
    expect(html).not.toMatch(/<(script|img|svg|iframe)/i)
    expect(html).not.toMatch(/<[^>]+\s(on\w+)=/i)
    expect(html).not.toMatch(/href="(javascript|data|\/\/)/i)
  })

  it('leaves pictures out, as they would call other hosts', () => {
    expect(storyHtml('![p](https://example.org/p.png)')).not.toContain('<img')
  })

  it('never writes the h1 of the page', () => {
    expect(storyHtml('# a\n\n###### b')).toBe('<h2>a</h2>\n<h4>b</h4>\n')
  })
})
