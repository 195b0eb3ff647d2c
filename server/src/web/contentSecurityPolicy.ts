export interface PolicyOptions {
  /** The node that pages ask; without it a visitor may name one, so any HTTPS address must be allowed. */
  rpcUrl: string | null
  walletConnect: boolean
}

/**
 * What a page may load. No inline script at all: data travels in a script element of type application/json, which is
 * not run. Style attributes are allowed, as the widths of progress bars are such; style elements are not.
 */
export function contentSecurityPolicy({ rpcUrl, walletConnect }: PolicyOptions): string {
  const connect = ["'self'", rpcUrl === null ? 'https:' : new URL(rpcUrl).origin]
  if (walletConnect) connect.push('wss://relay.walletconnect.com')
  const directives: Record<string, string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'style-src-attr': ["'unsafe-inline'"],
    // Wallets announce their icons as data: URLs; a picture that is about to be uploaded is a blob.
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': connect,
    'manifest-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}
