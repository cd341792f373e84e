import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useState } from 'react'
import { compareQuantity } from '#domain/shared/quantity.ts'
import type { RequestAnswer } from '#server/requests/requests.contract.ts'
import { useWords } from '../shared/i18n/words.ts'
import { Panel } from '../shared/look/parts.tsx'
import { may } from '../shared/verbs/may.ts'
import { useCommand } from '../shared/verbs/use-command.ts'
import { PickRow } from './PickRow.tsx'
import { leftToPick, scannedLine, stepped } from './picking.ts'
import { ScanField } from './ScanField.tsx'

const Foot = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'flex-end',
  gap: theme.spacing(2),
  padding: theme.spacing(3, 4),
  borderTop: `1px solid ${theme.look.hairline}`,
}))

/** Quantities in the hand: set by stepper or scanner, sent as picked or as missing with one touch. */
export const PickList = ({ request }: { request: RequestAnswer }) => {
  const t = useWords()
  const [inHand, setInHand] = useState<Record<string, string>>({})
  const [unknown, setUnknown] = useState('')
  const emptyHands = () => setInHand({})
  const picking = useCommand('department-requests', 'pick', {
    done: 'requests.picked_said',
    onTaken: emptyHands,
  })
  const shorting = useCommand('department-requests', 'report-shortage', {
    done: 'requests.short_said',
    onTaken: emptyHands,
  })
  const mayPick = may(request, 'pick')
  const set = (id: string, quantity: string) => setInHand(before => ({ ...before, [id]: quantity }))
  const scan = (code: string) => {
    const line = scannedLine(request.lines, code)
    setUnknown(line ? '' : code)
    if (line) set(line.id, stepped(inHand[line.id] ?? '0', 1, leftToPick(line)))
  }
  const chosen = Object.entries(inHand)
    .filter(([, quantity]) => compareQuantity(quantity, '0') > 0)
    .map(([lineId, quantity]) => ({ lineId, quantity }))
  const everything = () =>
    setInHand(Object.fromEntries(request.lines.map(line => [line.id, leftToPick(line)])))
  return (
    <Panel>
      {mayPick && <ScanField unknown={unknown} onScan={scan} />}
      {request.lines.map(line => (
        <PickRow
          key={line.id}
          line={line}
          inHand={inHand[line.id] ?? '0'}
          editable={mayPick}
          onChange={quantity => set(line.id, quantity)}
        />
      ))}
      {mayPick && (
        <Foot>
          <Button variant="outlined" size="large" onClick={everything}>
            {t('requests.everything')}
          </Button>
          {may(request, 'report-shortage') && (
            <Button
              variant="outlined"
              size="large"
              color="error"
              disabled={chosen.length === 0}
              loading={shorting.isPending}
              onClick={() => void shorting.run(request.id, { lines: chosen })}
            >
              {t('requests.short')}
            </Button>
          )}
          <Button
            variant="contained"
            size="large"
            disabled={chosen.length === 0}
            loading={picking.isPending}
            onClick={() => void picking.run(request.id, { lines: chosen })}
          >
            {t('requests.pick')}
          </Button>
        </Foot>
      )}
    </Panel>
  )
}
