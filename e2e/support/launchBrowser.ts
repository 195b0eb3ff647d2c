import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** The headless shell first: the same engine without a window's parts, which opens a page in half the time. */
const PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser of the system; CHROMIUM_PATH names another one. */
export function findChromium(): string | undefined {
  return [process.env['CHROMIUM_PATH'] ?? '', ...PLACES].find((path) => path !== '' && existsSync(path))
}

/** @throws when there is no browser */
export function requireChromium(): string {
  const path = findChromium()
  if (path === undefined) {
    throw new Error(
      'Chromium was not found: install it (Debian: apt-get install chromium-headless-shell) or name it in CHROMIUM_PATH.',
    )
  }
  return path
}

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: requireChromium(), args: BROWSER_FLAGS })
