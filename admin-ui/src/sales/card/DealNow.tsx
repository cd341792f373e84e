import HourglassEmpty from '@mui/icons-material/HourglassEmptyOutlined'
import { styled } from '@mui/material/styles'
import type { DealAnswer } from '#server/sales/sales.contract.ts'
import { LogContactButton } from '../../engagement/LogContactButton.tsx'
import { span } from '../../shared/format.ts'
import { useLocale, useWords } from '../../shared/i18n/words.ts'
import { Section } from '../../shared/look/Head.tsx'
import { Line, Quiet, Stack, Strong } from '../../shared/look/parts.tsx'
import { Term } from '../../shared/look/Term.tsx'
import { may } from '../../shared/verbs/may.ts'
import { Remedies } from '../Remedies.tsx'
import { useWho } from '../use-who.ts'
import { CloseButtons } from '../verbs/CloseButtons.tsx'
import { MoveButtons } from '../verbs/MoveButtons.tsx'
import { PlanStepButton } from '../verbs/PlanStepButton.tsx'

const Purpose = styled('p')(({ theme }) => ({
  margin: 0,
  fontSize: theme.look.size.lead,
  fontWeight: theme.look.weight.medium,
}))
const Waits = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: '18px minmax(0, 1fr) auto',
  alignItems: 'center',
  gap: theme.spacing(1, 2),
  '& svg': { color: theme.look.moods.other.text },
}))

/** What to do now, what is missing, what waits for whom until when, and the next button. */
export const DealNow = ({ deal }: { deal: DealAnswer }) => {
  const t = useWords()
  const locale = useLocale()
  const whoOf = useWho()
  const open = deal.status === 'open'
  const ago = (since: string) => span(Date.now() - Date.parse(since), locale)
  return (
    <Section
      title={t('deals.now')}
      note={open ? t('deals.on_stage', { length: ago(deal.stageSince) }) : undefined}
    >
      <Stack gap={4}>
        <Purpose>
          {open
            ? deal.stagePurpose
            : deal.lostReason
              ? t('deals.lost_because', { reason: deal.lostReason })
              : t('deals.is_over')}
        </Purpose>
        {open && deal.missing.length > 0 && (
          <Stack gap={2}>
            <Quiet>{t('deals.missing')}</Quiet>
            <Remedies dealId={deal.id} missing={deal.missing} />
          </Stack>
        )}
        {deal.waitsFor.map(wait => (
          <Waits key={wait.what + wait.since}>
            <HourglassEmpty />
            <span>
              {wait.what}
              {wait.who && <Strong> — {whoOf(deal, wait)}</Strong>}{' '}
              <Quiet>{t('deals.since', { length: ago(wait.since) })}</Quiet>
            </span>
            <Term due={wait.due} none={t('term.none')} />
          </Waits>
        ))}
        {open && (
          <Line gap={2} wrap>
            <Quiet>{t('deals.next_step')}:</Quiet>
            <span>{deal.nextStep?.text ?? t('deals.no_step')}</span>
            {deal.nextStep && <Term due={deal.nextStep.dueAt} />}
            <PlanStepButton deal={deal} />
          </Line>
        )}
        <Line gap={2} wrap>
          <MoveButtons deal={deal} />
          {may(deal, 'log-interaction') && (
            <LogContactButton companyId={deal.companyId} contactId={deal.contactId} dealId={deal.id} />
          )}
          <CloseButtons deal={deal} />
        </Line>
      </Stack>
    </Section>
  )
}
