import ArrowForward from '@mui/icons-material/ArrowForwardOutlined'
import Button from '@mui/material/Button'
import type { DealAnswer } from '#server/sales/sales.contract.ts'
import { useWords } from '../../shared/i18n/words.ts'
import { useCommand } from '../../shared/verbs/use-command.ts'

/** The ways on from this stage; the first is the main one. What is missing is told by «Что сейчас» and by the refusal. */
export const MoveButtons = ({ deal }: { deal: DealAnswer }) => {
  const t = useWords()
  const { run, isPending } = useCommand<DealAnswer>('deals', 'move')
  if (!deal.can.move) return null
  return deal.moves
    .filter(({ kind }) => kind === 'work')
    .map(({ to, name }, index) => (
      <Button
        key={to}
        variant={index === 0 && deal.missing.length === 0 ? 'contained' : 'outlined'}
        endIcon={<ArrowForward />}
        disabled={isPending}
        aria-label={t('deals.move_on', { stage: name })}
        onClick={() => void run(deal.id, { to })}
      >
        {name}
      </Button>
    ))
}
