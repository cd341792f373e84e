import Add from '@mui/icons-material/AddOutlined'
import Remove from '@mui/icons-material/RemoveOutlined'
import IconButton from '@mui/material/IconButton'
import { styled } from '@mui/material/styles'
import { isZero } from '#domain/shared/quantity.ts'
import { quantity } from '../shared/format.ts'
import { useWords } from '../shared/i18n/words.ts'
import { Digits, Quiet, Strong, Toned } from '../shared/look/parts.tsx'
import { leftToPick, type RequestLine, stepped } from './picking.ts'

const Row = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 132px 172px',
  alignItems: 'center',
  gap: theme.spacing(1, 5),
  minHeight: theme.look.bigRow,
  padding: theme.spacing(3, 4),
  borderTop: `1px solid ${theme.look.hairline}`,
  fontSize: theme.look.size.lead,
  '& > div': { display: 'grid', gap: 2 },
  [theme.breakpoints.down('sm')]: {
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    '& > :first-child': { gridColumn: '1 / -1' },
  },
}))
const Stepper = styled('span')(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  border: `1px solid ${theme.look.hairline}`,
  borderRadius: theme.look.corner,
  '& button': { width: 48, height: 48 },
  '& output': {
    minWidth: 64,
    textAlign: 'center',
    fontSize: theme.look.size.title,
    fontWeight: theme.look.weight.strong,
  },
}))

interface PickRowProps {
  line: RequestLine
  inHand: string
  editable: boolean
  onChange: (quantity: string) => void
}

/** A line readable from a metre: what, how many asked, picked and shipped, how many in the hand now. */
export const PickRow = ({ line, inHand, editable, onChange }: PickRowProps) => {
  const t = useWords()
  const left = leftToPick(line)
  return (
    <Row>
      <div>
        <Strong>{line.name}</Strong>
        <Quiet>{line.sku}</Quiet>
        {!isZero(line.shortQuantity) && (
          <Toned mood="late">
            {t('requests.lacks', { quantity: quantity(line.shortQuantity), unit: line.unit })}
          </Toned>
        )}
      </div>
      <div>
        <Digits>
          <Strong>{quantity(line.pickedQuantity)}</Strong>{' '}
          {t('requests.of', { asked: quantity(line.quantity), unit: line.unit })}
        </Digits>
        <Quiet>{t('requests.shipped', { quantity: quantity(line.shippedQuantity) })}</Quiet>
      </div>
      {editable && !isZero(left) ? (
        <Stepper role="group" aria-label={line.name}>
          <IconButton onClick={() => onChange(stepped(inHand, -1, left))} aria-label={t('requests.less')}>
            <Remove />
          </IconButton>
          <output>
            <Digits>{quantity(inHand)}</Digits>
          </output>
          <IconButton onClick={() => onChange(stepped(inHand, 1, left))} aria-label={t('requests.more')}>
            <Add />
          </IconButton>
        </Stepper>
      ) : (
        <Toned mood={isZero(left) ? 'done' : 'none'}>{isZero(left) ? t('requests.all_picked') : ''}</Toned>
      )}
    </Row>
  )
}
