import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { WebBuild } from '../openBuild.ts'

/** Written by the libraries that only a wallet needs. */
const WALLET_MARKS = ['eip6963:announceProvider', 'wallet_switchEthereumChain', 'eth_sendTransaction']

export interface PageScripts {
  gzipBytes: number
  /** Files that hold code of the wallet. */
  walletFiles: string[]
}

/** The scripts that a page's browser fetches without being asked. */
export function readScripts(build: WebBuild, route: string, language: 'en' | 'de'): PageScripts {
  const scripts = [build.boot, build.app, ...build.scriptsOf(route, language)].map((url) => {
    const bytes = readFileSync(join(build.folder, url))
    return { url, gzipBytes: gzipSync(bytes, { level: 9 }).length, text: bytes.toString() }
  })
  return {
    gzipBytes: scripts.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0),
    walletFiles: scripts.filter(({ text }) => WALLET_MARKS.some((mark) => text.includes(mark))).map(({ url }) => url),
  }
}
