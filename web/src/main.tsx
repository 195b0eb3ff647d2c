import './styles/index.css'
import { startTransition } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { createQueryClient } from './api/createQueryClient.ts'
import { App } from './app/App.tsx'
import { isLanguage } from './i18n/languages.ts'
import { loadMessages } from './i18n/messages.ts'
import { formatCount } from './lib/formatAmount.ts'
import { formatDateTime } from './lib/formatTime.ts'
import { pause } from './lib/pause.ts'
import { type SiteConfig, setPageConfig } from './lib/siteConfig.ts'
import { loadRoute } from './routes.ts'

export interface PageData {
  config: SiteConfig
  /** The query cache that the server rendered with: key and answer. */
  queries: [key: readonly unknown[], answer: unknown][]
}

const root = document.getElementById('root') as HTMLElement
const island = document.getElementById('page-data')

const { config, queries }: PageData = island
  ? JSON.parse(island.textContent ?? '')
  : await fetch('/web/config').then(async (answer) => ({ config: await answer.json(), queries: [] }))

setPageConfig(config)
const client = createQueryClient({ baseUrl: location.origin })
for (const [key, answer] of queries) client.setQueryData(key, answer, { updatedAt: config.now })

const code = isLanguage(config.language) ? config.language : 'en'
const [t] = await Promise.all([loadMessages(code), loadRoute(location.pathname)])
// The first formatter of a kind takes a telephone up to 70 ms. Made here, it is no part of a step of the rendering.
for (const format of [formatCount, formatDateTime]) {
  await pause()
  format(0, code)
}
await pause()
const app = (
  <App
    href={location.pathname + location.search + location.hash}
    config={config}
    language={{ code, t }}
    client={client}
  />
)
// In a transition, React hydrates in steps of some milliseconds, and the page scrolls meanwhile.
if (root.hasChildNodes()) startTransition(() => void hydrateRoot(root, app))
else createRoot(root).render(app)
