/** What may be said of an RPC URL: providers put keys into the path, the query, the user name, and some into the host's name. */
export interface RedactedUrl {
  /** Scheme, host and port; what looks like a key in the host's name is cut. */
  origin: string
  /** The text without anything of the URL that may be a key: some providers repeat it in their errors. */
  redact(text: string): string
}

/** A shorter part of a path (`v2`, `rpc`, `mainnet`) is no key. */
const KEY_LENGTH = 12

export function redactSecrets(url: string): RedactedUrl {
  const { protocol, host, hostname, pathname, searchParams, username, password } = new URL(url)
  const inHost = hostname.split(/[.-]/).filter(looksLikeKey)
  const origin = inHost.reduce((text, key) => text.replace(key, `${key.slice(0, 4)}…`), `${protocol}//${host}`)
  const inPath = [...pathname.split('/'), ...searchParams.values()].filter((part) => part.length >= KEY_LENGTH)
  const account = [username, password].filter((part) => part.length > 3)
  const secrets = [...inHost, ...inPath, ...account].flatMap((part) => [part, decoded(part)])
  return {
    origin,
    redact(text) {
      const withoutUrls = text.replace(/\b(https?|wss?):\/\/[^\s"'<>]+/gi, (found) =>
        found.startsWith(origin) && found.length - origin.length < 2 ? found : 'a URL',
      )
      return secrets.reduce((rest, secret) => rest.replaceAll(secret, '…'), withoutUrls)
    },
  }
}

function looksLikeKey(label: string): boolean {
  return label.length >= 24 || (label.length >= KEY_LENGTH && /\d/.test(label) && /[a-z]/i.test(label))
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
