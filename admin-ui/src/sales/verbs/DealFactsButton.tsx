import Edit from '@mui/icons-material/EditOutlined'
import Button from '@mui/material/Button'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { DealAnswer } from '#server/sales/sales.contract.ts'
import { useWords } from '../../shared/i18n/words.ts'
import { useSearchParams } from '../../shared/use-search-params.ts'
import { may } from '../../shared/verbs/may.ts'

const DealFactsDialog = lazy(async () => ({
  default: (await import('./DealFactsDialog.tsx')).DealFactsDialog,
}))

/** What is wanted and whom we talk to. `?do=facts` opens it. */
export const DealFactsButton = ({ deal }: { deal: DealAnswer }) => {
  const t = useWords()
  const [search, change] = useSearchParams()
  /** As the person saw it when the dialog opened: its version goes with the change. */
  const [seen, setSeen] = useState<DealAnswer | null>(null)
  const wanted = search.get('do') === 'facts'
  useEffect(() => {
    if (wanted) setSeen(before => before ?? deal)
  }, [wanted, deal])
  if (!may(deal, 'edit')) return null
  const close = () => {
    setSeen(null)
    if (wanted) change({ do: null })
  }
  return (
    <>
      <Button size="small" color="inherit" startIcon={<Edit />} onClick={() => setSeen(deal)}>
        {t('deals.facts')}
      </Button>
      <Suspense fallback={null}>{seen && <DealFactsDialog deal={seen} onClose={close} />}</Suspense>
    </>
  )
}
