import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useWords } from '../../shared/i18n/words.ts'
import { Stack } from '../../shared/look/parts.tsx'
import { missingOf, Remedies } from '../Remedies.tsx'
import type { Refused } from './use-move-on-board.ts'

/** Why the card went back, what is missing, and the button that does it. */
export const RefusedMove = ({ dealId, problem, onClose }: Refused & { onClose: () => void }) => {
  const t = useWords()
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth role="alertdialog">
      <DialogTitle>{t('deals.not_moved')}</DialogTitle>
      <DialogContent>
        <Stack gap={4}>
          <span>{problem.detail}</span>
          <Remedies dealId={dealId} missing={missingOf(problem.extra.missing)} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
