import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUncheckedOutlined'
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { LinkBase } from 'react-admin'
import type { DealAnswer } from '#server/sales/sales.contract.ts'
import { useWordOf } from '../shared/i18n/words.ts'
import { Stack } from '../shared/look/parts.tsx'

type Missing = DealAnswer['missing'][number]

const Row = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(2),
  '& > svg': { color: theme.look.moods.you.text },
  '& > :last-child:not(span)': { marginLeft: 'auto' },
}))

/** Where on the deal's card each missing fact is made good. */
const places: Record<string, string> = {
  set_lines: 'lines',
  add_contact: 'facts',
  fill_company: 'facts',
  plan_step: 'step',
  record_answer: 'answer',
  make_offer: 'papers',
  send_offer: 'papers',
  accept_offer: 'papers',
  issue_invoice: 'papers',
  sign_contract: 'papers',
  enter_payment: 'papers',
  finish_request: 'requests',
}

/** Reads `missing` of a refusal; what does not look like it is left out. */
export const missingOf = (value: unknown): Missing[] =>
  Array.isArray(value)
    ? value.flatMap(one => {
        const { fact, title, remedy } = Object(one) as Record<string, unknown>
        const known = typeof title === 'string' ? title : typeof one === 'string' ? one : ''
        return known
          ? [{ fact: String(fact ?? ''), title: known, remedy: typeof remedy === 'string' ? remedy : null }]
          : []
      })
    : []

/** What is missing for the next step; each line has the button that leads to doing it. */
export const Remedies = ({ dealId, missing }: { dealId: string; missing: Missing[] }) => {
  const word = useWordOf()
  return (
    <Stack gap={2}>
      {missing.map(({ fact, title, remedy }) => (
        <Row key={fact + title}>
          <RadioButtonUnchecked />
          <span>{title}</span>
          {remedy && (
            <Button
              component={LinkBase}
              to={`/deals/${dealId}/show?do=${places[remedy] ?? 'facts'}`}
              size="small"
              variant="outlined"
            >
              {word('deals.remedy', remedy)}
            </Button>
          )}
        </Row>
      ))}
    </Stack>
  )
}
