import Edit from '@mui/icons-material/EditOutlined'
import Button from '@mui/material/Button'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { DealAnswer } from '#server/sales/sales.contract.ts'
import { useWords } from '../../shared/i18n/words.ts'
import { Empty } from '../../shared/look/Empty.tsx'
import { Section } from '../../shared/look/Head.tsx'
import { WaitingRows } from '../../shared/look/Waiting.tsx'
import { useSearchParams } from '../../shared/use-search-params.ts'
import { may } from '../../shared/verbs/may.ts'
import { LinesTable } from '../lines/LinesTable.tsx'

/** Loaded when lines are first edited: the search of the catalogue weighs as much as the card. */
const LinesEditor = lazy(async () => ({ default: (await import('../lines/LinesEditor.tsx')).LinesEditor }))

/** What the client wants; edited in place. `?do=lines` opens the editor. */
export const LinesSection = ({ deal }: { deal: DealAnswer }) => {
  const t = useWords()
  const place = useRef<HTMLDivElement>(null)
  const [search, change] = useSearchParams()
  const [editing, setEditing] = useState(false)
  const wanted = search.get('do') === 'lines'
  const mayEdit = may(deal, 'set-lines')
  useEffect(() => {
    if (!wanted) return
    setEditing(true)
    place.current?.scrollIntoView({ block: 'start' })
  }, [wanted])
  const close = () => {
    setEditing(false)
    if (wanted) change({ do: null })
  }
  const edit = (
    <Button size="small" variant="outlined" startIcon={<Edit />} onClick={() => setEditing(true)}>
      {deal.lines.length > 0 ? t('lines.edit') : t('lines.choose')}
    </Button>
  )
  return (
    <div ref={place} style={{ scrollMarginTop: 72 }}>
      <Section
        title={t('lines.title')}
        note={deal.lines.length || undefined}
        flush
        actions={mayEdit && !editing && deal.lines.length > 0 && edit}
      >
        {editing && mayEdit ? (
          <Suspense fallback={<WaitingRows rows={3} />}>
            <LinesEditor deal={deal} onClose={close} />
          </Suspense>
        ) : deal.lines.length > 0 ? (
          <LinesTable deal={deal} />
        ) : (
          <Empty action={mayEdit && edit}>{t('lines.empty')}</Empty>
        )}
      </Section>
    </div>
  )
}
