import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { readTokens } from './scripts/readTokens.ts'

const api = process.env['KINDLING_API'] ?? 'http://127.0.0.1:8000'
const tokens = readTokens(readFileSync(new URL('../web/src/styles/tokens.css', import.meta.url), 'utf8'))

/** Of the web app's tokens the desk has no use for Tailwind's part, nor for the faces that stories are set in. */
const plainTokens: Plugin = {
  name: 'plain-tokens',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/web/src/styles/tokens.css')) return null
    const css = code.replace(/@theme \{[^}]*\}/, '').replace(/@font-face \{[^}]*"Newsreader"[^}]*\}/g, '')
    return { code: css, map: null }
  },
}

export default defineConfig({
  base: '/admin/',
  plugins: [react(), plainTokens],
  // The colours of the web app, from its own style sheet: the desk has no list of its own.
  define: { __TOKENS__: JSON.stringify(tokens) },
  // The server puts another nonce here in each answer; style elements of the component library carry it.
  html: { cspNonce: '__NONCE__' },
  build: {
    target: 'baseline-widely-available',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'vendor', test: /node_modules\// }] } },
    },
  },
  server: { port: 5174, strictPort: false, proxy: { '/api': api, '/web': api, '/favicon.svg': api } },
})
