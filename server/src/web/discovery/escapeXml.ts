import { escapeHtml } from '../escapeHtml.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 (section 2.2) has no way to write
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Text of a creator for XML: one character that XML cannot hold would make the whole document unreadable. */
export const escapeXml = (text: string): string => escapeHtml(text.toWellFormed().replace(UNWRITABLE, ''))
