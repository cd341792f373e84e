import Delete from '@mui/icons-material/DeleteOutlined'
import IconButton from '@mui/material/IconButton'
import TextField from '@mui/material/TextField'
import Tooltip from '@mui/material/Tooltip'
import { compareQuantity, parseQuantity } from '#domain/shared/quantity.ts'
import type { OfferingAnswer } from '#server/catalog/catalog.contract.ts'
import { Alternatives } from '../../catalog/Alternatives.tsx'
import { money } from '../../shared/format.ts'
import { useWords } from '../../shared/i18n/words.ts'
import { Quiet } from '../../shared/look/parts.tsx'
import { Availability } from './Availability.tsx'
import { type LineDraft, readDraft } from './line-draft.ts'

interface DraftRowProps {
  draft: LineDraft
  sum: number | null
  marked: boolean
  onChange: (part: Partial<LineDraft>) => void
  onRemove: () => void
  /** Takes another offering in its place with the same quantity. */
  onReplace: (offering: OfferingAnswer) => void
}

/** One line being edited. When there is not enough of it, what could be had instead stands under it. */
export const DraftRow = ({ draft, sum, marked, onChange, onRemove, onReplace }: DraftRowProps) => {
  const t = useWords()
  const { quantity, priceKopecks, discountPercent } = readDraft(draft)
  const short = draft.free !== null && compareQuantity(draft.free, parseQuantity(draft.quantity) ?? '0') < 0
  const field = (part: 'quantity' | 'price' | 'discount', label: string, bad: boolean, width: number) => (
    <TextField
      value={draft[part]}
      onChange={event => onChange({ [part]: event.target.value })}
      error={bad}
      style={{ width }}
      slotProps={{
        htmlInput: {
          'aria-label': `${label}: ${draft.name}`,
          inputMode: 'decimal',
          style: { textAlign: 'right' },
        },
      }}
    />
  )
  return (
    <tr>
      <td>
        {draft.name} {draft.sku && <Quiet>{draft.sku}</Quiet>}
        <br />
        <Quiet>
          <Availability
            free={draft.free}
            wanted={draft.quantity}
            unit={draft.unit}
            deliveryOn={draft.deliveryOn}
          />
        </Quiet>
        {short && draft.offeringId && <Alternatives offeringId={draft.offeringId} onChoose={onReplace} />}
      </td>
      <td className="n">{field('quantity', t('lines.quantity'), marked && quantity === null, 84)}</td>
      <td className="n">{field('price', t('lines.price'), priceKopecks === null, 124)}</td>
      <td className="n">{field('discount', t('lines.discount'), discountPercent === null, 72)}</td>
      <td className="n">{sum === null ? '—' : money(sum)}</td>
      <td>
        <Tooltip title={t('action.remove')}>
          <IconButton size="small" onClick={onRemove} aria-label={`${t('action.remove')}: ${draft.name}`}>
            <Delete />
          </IconButton>
        </Tooltip>
      </td>
    </tr>
  )
}
