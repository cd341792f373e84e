import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useState } from 'react'
import type { DealAnswer } from '#server/sales/sales.contract.ts'
import { money } from '../../shared/format.ts'
import { useWords } from '../../shared/i18n/words.ts'
import { Digits, Quiet, Toned } from '../../shared/look/parts.tsx'
import { useCommand } from '../../shared/verbs/use-command.ts'
import { DraftRow } from './DraftRow.tsx'
import { LinesGrid } from './LinesTable.tsx'
import { draftOf, draftOfOffering, type LineDraft, linesBody, sumOf } from './line-draft.ts'
import { OfferingSearch } from './OfferingSearch.tsx'

const Foot = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(2, 3),
  padding: theme.spacing(3, 4),
  borderTop: `1px solid ${theme.look.hairline}`,
  '& > .MuiAutocomplete-root': { flex: '1 1 280px' },
}))

/** Lines being chosen: search the catalogue, set quantities, see at once what can be had and for how much. */
export const LinesEditor = ({ deal, onClose }: { deal: DealAnswer; onClose: () => void }) => {
  const t = useWords()
  const [drafts, setDrafts] = useState<LineDraft[]>(() => deal.lines.map(draftOf))
  const [unreadable, setUnreadable] = useState('')
  const { run, isPending } = useCommand('deals', 'set-lines', { done: 'lines.saved', onDone: onClose })
  const change = (key: string, part: Partial<LineDraft>) =>
    setDrafts(before => before.map(draft => (draft.key === key ? { ...draft, ...part } : draft)))
  const save = () => {
    const body = linesBody(drafts)
    if ('unreadable' in body) return setUnreadable(body.unreadable)
    void run(deal.id, body)
  }
  const sums = drafts.map(sumOf)
  const total = sums.every(sum => sum !== null) ? sums.reduce((all, sum) => all + sum, 0) : null
  return (
    <>
      {drafts.length > 0 && (
        <LinesGrid>
          <thead>
            <tr>
              <th>{t('lines.name')}</th>
              <th className="n">{t('lines.quantity')}</th>
              <th className="n">{t('lines.price')}</th>
              <th className="n">{t('lines.discount')}</th>
              <th className="n">{t('field.sum')}</th>
              <th aria-label={t('action.remove')} />
            </tr>
          </thead>
          <tbody>
            {drafts.map((draft, index) => (
              <DraftRow
                key={draft.key}
                draft={draft}
                sum={sums[index] ?? null}
                marked={draft.key === unreadable}
                onChange={part => change(draft.key, part)}
                onRemove={() => setDrafts(before => before.filter(({ key }) => key !== draft.key))}
                onReplace={offering =>
                  change(draft.key, {
                    ...draftOfOffering(offering),
                    key: draft.key,
                    quantity: draft.quantity,
                  })
                }
              />
            ))}
          </tbody>
        </LinesGrid>
      )}
      <Foot>
        <OfferingSearch onChoose={offering => setDrafts(before => [...before, draftOfOffering(offering)])} />
        {unreadable && <Toned mood="late">{t('lines.unreadable')}</Toned>}
        <Quiet>
          {t('lines.total')} <Digits>{total === null ? '—' : money(total)}</Digits>
        </Quiet>
        <Button color="inherit" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button variant="contained" loading={isPending} onClick={save}>
          {t('action.save')}
        </Button>
      </Foot>
    </>
  )
}
