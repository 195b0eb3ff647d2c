export type ThemeName = 'light' | 'dark' | 'system'

const COOKIE = /(?:^|;\s*)kindling_theme=(light|dark)(?:;|$)/

export const readTheme = (): ThemeName => (COOKIE.exec(document.cookie)?.[1] as ThemeName | undefined) ?? 'system'

/** The cookie is the web app's too: one choice for both. */
export function chooseTheme(name: ThemeName): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = `kindling_theme=${name}; path=/; max-age=31536000; samesite=lax`
  document.documentElement.dataset['theme'] = name
}
