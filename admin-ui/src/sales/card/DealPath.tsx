import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import { useState } from 'react'
import { Segments } from '../../shared/frame/Choice.tsx'
import { useWords } from '../../shared/i18n/words.ts'
import { Failure } from '../../shared/look/Failure.tsx'
import { Section } from '../../shared/look/Head.tsx'
import { WaitingRows } from '../../shared/look/Waiting.tsx'
import { FunnelPicture } from '../path/FunnelPicture.tsx'
import { PathTimeline } from '../path/PathTimeline.tsx'
import type { DealPathQuery } from './use-deal.ts'

/** How this deal came here: line by line, or as the funnel's picture. */
export const DealPath = ({ path: { data, error, refetch } }: { path: DealPathQuery }) => {
  const t = useWords()
  const [view, setView] = useState<'lines' | 'picture'>('lines')
  return (
    <Section
      title={t('path.title')}
      flush
      actions={
        <Segments
          name={t('path.title')}
          value={view}
          options={[
            ['lines', t('path.lines')],
            ['picture', t('path.picture')],
          ]}
          onChoose={setView}
        />
      }
    >
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <WaitingRows rows={6} height={48} />}
      {data && <PathTimeline path={data} />}
      {data && view === 'picture' && (
        <Dialog open onClose={() => setView('lines')} maxWidth="xl" fullWidth>
          <DialogTitle>
            {t('deals.ribbon', { funnel: data.funnelName, version: data.versionNumber })}
          </DialogTitle>
          <FunnelPicture path={data} />
        </Dialog>
      )}
    </Section>
  )
}
