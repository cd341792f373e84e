import Add from '@mui/icons-material/AddOutlined'
import Button from '@mui/material/Button'
import { LinkBase, usePermissions } from 'react-admin'
import { creatable } from '../access/creatable.ts'
import { useWords } from '../shared/i18n/words.ts'

/** Begins a sale to this client. */
export const NewDealButton = ({ companyId }: { companyId: string }) => {
  const t = useWords()
  const { permissions } = usePermissions<string[]>()
  if (!creatable(permissions ?? []).includes('deals')) return null
  return (
    <Button
      component={LinkBase}
      to={`/deals/create?companyId=${companyId}`}
      variant="contained"
      startIcon={<Add />}
    >
      {t('deals.new')}
    </Button>
  )
}
