/** Remembers a choice of the visitor for the server's next rendering: nothing flashes. */
export function rememberChoice(name: 'theme' | 'language', value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = `kindling_${name}=${value}; path=/; max-age=31536000; samesite=lax`
}
