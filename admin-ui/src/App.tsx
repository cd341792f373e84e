import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { CoreAdminContext, CoreAdminUI, CustomRoutes, memoryStore, Resource } from 'react-admin'
import { createBrowserRouter, Route, RouterProvider } from 'react-router-dom'
import { pages, resources } from './screens.ts'
import { authProvider } from './shared/data/auth-provider.ts'
import { dataProvider } from './shared/data/data-provider.ts'
import { Refusal } from './shared/data/problem.ts'
import { Frame } from './shared/frame/Frame.tsx'
import { NoSuchPage } from './shared/frame/NoSuchPage.tsx'
import { Notices } from './shared/frame/Notices.tsx'
import { i18nProvider } from './shared/i18n/i18n-provider.ts'
import { Failure } from './shared/look/Failure.tsx'
import { LoadingPage } from './shared/look/Waiting.tsx'
import { usePreferences } from './shared/preferences.ts'
import { screen } from './shared/screen.ts'
import { themeOf } from './theme/theme.ts'

/** A refusal is an answer: only a broken connection and a server that is away are asked again. */
const worthAnotherTry = (failed: number, error: unknown) =>
  failed < 2 && (!(error instanceof Refusal) || error.status === 503)

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: worthAnotherTry,
      refetchOnWindowFocus: false,
      // A list that was read meanwhile makes the cached record count as fresh, with its old content: what is opened is
      // asked for again.
      refetchOnMount: ({ queryKey }) => (queryKey[1] === 'getOne' ? 'always' : true),
    },
  },
})
/** Loaded only when somebody has to sign in. */
const LoginPage = screen(async () => (await import('./access/LoginPage.tsx')).LoginPage)
/** Columns and filters live in the address; the browser remembers only how the screen looks. */
const store = memoryStore()

const Voronka = () => {
  const { mode, density } = usePreferences()
  const night = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true })
  const shown = mode === 'system' ? (night ? 'dark' : 'light') : mode
  const theme = useMemo(() => themeOf(shown, density), [shown, density])
  return (
    <CoreAdminContext
      dataProvider={dataProvider}
      authProvider={authProvider}
      i18nProvider={i18nProvider}
      queryClient={queryClient}
      store={store}
    >
      <ThemeProvider theme={theme}>
        <CssBaseline enableColorScheme />
        <CoreAdminUI
          layout={Frame}
          loginPage={LoginPage}
          loading={LoadingPage}
          catchAll={NoSuchPage}
          error={Failure}
          accessDenied={NoSuchPage}
          authenticationError={NoSuchPage}
          requireAuth
          disableTelemetry
        >
          {resources.map(resource => (
            <Resource key={resource.name} {...resource} />
          ))}
          <CustomRoutes>
            {pages.map(({ path, Page }) => (
              <Route key={path} path={path} element={<Page />} />
            ))}
          </CustomRoutes>
        </CoreAdminUI>
        <Notices />
      </ThemeProvider>
    </CoreAdminContext>
  )
}

const router = createBrowserRouter([{ path: '*', element: <Voronka /> }])

export const App = () => <RouterProvider router={router} />
