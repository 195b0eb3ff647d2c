/**
 * URLs as their authors wrote them, where nothing in that can mislead. With both slashes: `https:page` names a host alone, and a
 * page of our own where a browser reads it as a link on ours.
 */
const PLAIN = /^https?:\/\/[\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]+$/i

/**
 * An http or https link of at most `maxCharacters`; null for every other scheme, for a link with a user name
 * (`https://bank.example@elsewhere`), and for one too long, which cut would lead elsewhere.
 */
export function readLink(text: string, maxCharacters: number): string | null {
  const trimmed = text.trim()
  const url = URL.parse(trimmed)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  if (url.username !== '' || url.password !== '') return null
  const link = PLAIN.test(trimmed) ? trimmed : url.href
  return link.length <= maxCharacters ? link : null
}
