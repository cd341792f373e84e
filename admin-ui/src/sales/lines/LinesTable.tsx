import { styled } from '@mui/material/styles'
import type { DealAnswer } from '#server/sales/sales.contract.ts'
import { money, percent, quantity } from '../../shared/format.ts'
import { useWords } from '../../shared/i18n/words.ts'
import { Digits, Quiet } from '../../shared/look/parts.tsx'
import { ReserveButton } from '../verbs/ReserveButton.tsx'
import { Availability } from './Availability.tsx'

export const LinesGrid = styled('table')(({ theme }) => ({
  width: '100%',
  borderCollapse: 'collapse',
  '& th': {
    textAlign: 'left',
    fontSize: theme.look.size.tiny,
    fontWeight: theme.look.weight.medium,
    color: theme.look.ink2,
    padding: theme.spacing(2, 2),
    whiteSpace: 'nowrap',
  },
  '& td': {
    padding: theme.spacing(2, 2),
    borderTop: `1px solid ${theme.look.hairline}`,
    verticalAlign: 'top',
    lineHeight: 1.35,
  },
  '& :is(th, td):first-of-type': { paddingLeft: theme.spacing(4) },
  '& :is(th, td):last-of-type': { paddingRight: theme.spacing(4) },
  '& .n': { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  '& tfoot td': { fontWeight: theme.look.weight.strong },
  [theme.breakpoints.down('sm')]: {
    '& thead': { display: 'none' },
    '& tr': {
      display: 'flex',
      flexWrap: 'wrap',
      borderTop: `1px solid ${theme.look.hairline}`,
      padding: theme.spacing(2, 0),
    },
    '& td': {
      border: 0,
      padding: theme.spacing(0.5, 2),
      '&:first-of-type': { flex: '1 0 100%' },
      '&:last-of-type': { marginLeft: 'auto' },
    },
  },
}))

/** The lines as they are: quantity, price, discount, sum, and when each can be there. Prices are absent for who may not see them. */
export const LinesTable = ({ deal }: { deal: DealAnswer }) => {
  const t = useWords()
  const priced = deal.lines.some(({ priceKopecks }) => priceKopecks !== null)
  return (
    <LinesGrid>
      <thead>
        <tr>
          <th>{t('lines.name')}</th>
          <th className="n">{t('lines.quantity')}</th>
          {priced && <th className="n">{t('lines.price')}</th>}
          {priced && <th className="n">{t('lines.discount')}</th>}
          {priced && <th className="n">{t('field.sum')}</th>}
        </tr>
      </thead>
      <tbody>
        {deal.lines.map(line => (
          <tr key={line.id}>
            <td>
              {line.name} {line.sku && <Quiet>{line.sku}</Quiet>}
              <br />
              <Quiet>
                <Availability
                  free={line.free}
                  wanted={line.quantity}
                  unit={line.unit}
                  deliveryOn={line.deliveryOn}
                />
              </Quiet>{' '}
              <ReserveButton deal={deal} line={line} />
            </td>
            <td className="n">{`${quantity(line.quantity)} ${line.unit}`}</td>
            {priced && <td className="n">{line.priceKopecks === null ? '' : money(line.priceKopecks)}</td>}
            {priced && (
              <td className="n">
                {Number(line.discountPercent ?? 0) > 0 && percent(line.discountPercent ?? '0')}
              </td>
            )}
            {priced && <td className="n">{line.grossKopecks === null ? '' : money(line.grossKopecks)}</td>}
          </tr>
        ))}
      </tbody>
      {priced && deal.amountKopecks !== null && (
        <tfoot>
          <tr>
            <td colSpan={4}>{t('lines.total')}</td>
            <td className="n">
              <Digits>{money(deal.amountKopecks)}</Digits>
            </td>
          </tr>
        </tfoot>
      )}
    </LinesGrid>
  )
}
