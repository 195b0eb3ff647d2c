import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, Suspense, use, useEffect } from 'react'
import { type Language, LanguageContext } from '../i18n/messages.ts'
import { type SiteConfig, SiteConfigContext } from '../lib/siteConfig.ts'
import { loadedRoute, loadRoute, matchRoute } from '../routes.ts'
import { useNavigation } from '../routing/location.ts'
import { Router } from '../routing/Router.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Layout } from './Layout.tsx'
import { PageSkeleton } from './PageSkeleton.tsx'

interface AppProps {
  href: string
  config: SiteConfig
  language: Language
  client: QueryClient
}

export function App({ href, config, language, client }: AppProps) {
  return (
    <SiteConfigContext value={config}>
      <LanguageContext value={language}>
        <QueryClientProvider client={client}>
          <Router initialHref={href}>
            <Layout>
              <CurrentPage client={client} config={config} language={language} />
            </Layout>
          </Router>
        </QueryClientProvider>
      </LanguageContext>
    </SiteConfigContext>
  )
}

function CurrentPage({ client, config, language }: Omit<AppProps, 'href'>): ReactNode {
  const { location } = useNavigation()
  return (
    <ErrorBoundary key={location.pathname}>
      <Suspense fallback={<PageSkeleton />}>
        <LoadedPage client={client} config={config} language={language} />
      </Suspense>
    </ErrorBoundary>
  )
}

function LoadedPage({ client, config, language: { t } }: Omit<AppProps, 'href'>) {
  const { location } = useNavigation()
  const { name, params } = matchRoute(location.pathname)
  const module = loadedRoute(name) ?? use(loadRoute(location.pathname))
  const request = { params, search: new URLSearchParams(location.search) }

  useEffect(() => {
    // Data that arrives later can name the page better.
    const update = () => {
      document.title = module.headOf(request, { client, t, config }).title
    }
    update()
    return client.getQueryCache().subscribe(({ type }) => type === 'updated' && update())
  })
  return <module.Page {...request} />
}
