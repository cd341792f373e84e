import Add from '@mui/icons-material/AddOutlined'
import Button from '@mui/material/Button'
import { LinkBase } from 'react-admin'
import { useWords } from '../shared/i18n/words.ts'
import { may } from '../shared/verbs/may.ts'
import type { CanDo } from '../shared/verbs/VerbButton.tsx'

/** Begins a sale to this client. */
export const NewDealButton = ({ company }: { company: CanDo }) => {
  const t = useWords()
  if (!may(company, 'start-deal')) return null
  return (
    <Button
      component={LinkBase}
      to={`/deals/create?companyId=${company.id}`}
      variant="contained"
      startIcon={<Add />}
    >
      {t('deals.new')}
    </Button>
  )
}
