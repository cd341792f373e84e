import '@fontsource-variable/golos-text/wght.css'
import createCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { startInChosenLanguage } from './shared/i18n/i18n-provider.ts'
import { nonce } from './shared/nonce.ts'

const place = document.getElementById('root')
if (!place) throw new Error('The page has no #root')

const styles = createCache({ key: 'v', ...(nonce ? { nonce } : {}) })

await startInChosenLanguage()
createRoot(place).render(
  <StrictMode>
    <CacheProvider value={styles}>
      <App />
    </CacheProvider>
  </StrictMode>,
)
