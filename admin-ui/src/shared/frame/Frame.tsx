import { styled } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { Suspense, useState } from 'react'
import type { CoreLayoutProps } from 'react-admin'
import { useWords } from '../i18n/words.ts'
import { useLiveEvents } from '../live/live-events.ts'
import { WaitingRows } from '../look/Waiting.tsx'
import { BottomBar } from './BottomBar.tsx'
import { Degraded } from './Degraded.tsx'
import { PageGuard } from './PageGuard.tsx'
import { Palette } from './Palette.tsx'
import { Rail } from './Rail.tsx'
import { StaleChoice } from './StaleChoice.tsx'
import { TopBar } from './TopBar.tsx'
import { useHotkeys } from './use-hotkeys.ts'

const Shell = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  minHeight: '100dvh',
  color: theme.look.ink,
  [theme.breakpoints.down('md')]: { gridTemplateColumns: 'minmax(0, 1fr)', paddingBottom: 64 },
}))
const Main = styled('main')(({ theme }) => ({
  padding: theme.spacing(5, 6, 10),
  minWidth: 0,
  outline: 'none',
  [theme.breakpoints.down('md')]: { padding: theme.spacing(4, 3, 8) },
}))
const Skip = styled('a')(({ theme }) => ({
  position: 'absolute',
  left: -9999,
  zIndex: theme.zIndex.tooltip,
  '&:focus': { left: 8, top: 8, padding: 8, backgroundColor: theme.look.surface },
}))

/** Rail, top bar, page. On a phone the rail becomes a bar of four at the thumb. */
export const Frame = ({ children }: CoreLayoutProps) => {
  const t = useWords()
  const phone = useMediaQuery('(max-width:899.95px)')
  const [searching, setSearching] = useState(false)
  useLiveEvents()
  useHotkeys(() => setSearching(true))
  return (
    <Shell>
      <Skip href="#content">{t('frame.skip')}</Skip>
      {!phone && <Rail />}
      <div style={{ minWidth: 0 }}>
        <TopBar onSearch={() => setSearching(true)} />
        <Degraded />
        <Main id="content" tabIndex={-1}>
          <PageGuard>
            <Suspense fallback={<WaitingRows />}>{children}</Suspense>
          </PageGuard>
        </Main>
      </div>
      {phone && <BottomBar />}
      <StaleChoice />
      <Palette open={searching} onClose={() => setSearching(false)} />
    </Shell>
  )
}
