import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, Suspense, use, useEffect } from 'react'
import { type Language, LanguageContext } from '../i18n/messages.ts'
import { type SiteConfig, SiteConfigContext } from '../lib/siteConfig.ts'
import { loadedRoute, loadRoute, matchRoute, type PageModule, type PageRequest } from '../routes.ts'
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

/**
 * No effect here: when React replays a component that waited in `use`, it expects `use` to be called again before any
 * further hook, and by then the page's code may have arrived.
 */
function LoadedPage(props: Omit<AppProps, 'href'>) {
  const { location } = useNavigation()
  const { name, params } = matchRoute(location.pathname)
  const module = loadedRoute(name) ?? use(loadRoute(location.pathname))
  return <TitledPage {...props} module={module} request={{ params, search: new URLSearchParams(location.search) }} />
}

interface TitledPageProps extends Omit<AppProps, 'href'> {
  module: PageModule
  request: PageRequest
}

function TitledPage({ client, config, language: { t }, module, request }: TitledPageProps) {
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
