import createCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import '../../web/src/styles/tokens.css'
import './styles.css'

// The content security policy lets only style elements with this nonce in.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
const cache = createCache({ key: 'desk', nonce, prepend: true })

createRoot(document.getElementById('root') as HTMLElement).render(
  <CacheProvider value={cache}>
    <App />
  </CacheProvider>,
)
