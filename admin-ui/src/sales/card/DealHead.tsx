import { styled } from '@mui/material/styles'
import { useEffect } from 'react'
import { LinkBase } from 'react-admin'
import type { DealAnswer } from '#server/sales/sales.contract.ts'
import { money } from '../../shared/format.ts'
import { useWordOf, useWords } from '../../shared/i18n/words.ts'
import { Badge, Digits, Line, Quiet } from '../../shared/look/parts.tsx'
import { StatusBadge } from '../../shared/look/StatusBadge.tsx'
import { DealFactsButton } from '../verbs/DealFactsButton.tsx'

const Head = styled('header')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-end',
  gap: theme.spacing(2, 6),
  marginBottom: theme.spacing(4),
  '& h1': {
    margin: theme.spacing(0.5, 0, 1),
    fontSize: theme.look.size.title,
    fontWeight: theme.look.weight.strong,
    lineHeight: 1.25,
  },
  '& > div': { flex: '1 1 420px', minWidth: 0 },
}))
const Sum = styled(Digits)(({ theme }) => ({
  fontSize: theme.look.size.figure,
  fontWeight: theme.look.weight.strong,
  lineHeight: 1.1,
  whiteSpace: 'nowrap',
}))

/** Client, what he wants, whose it is, for how much. */
export const DealHead = ({ deal }: { deal: DealAnswer }) => {
  const t = useWords()
  const word = useWordOf()
  const product = t('frame.product')
  useEffect(() => {
    document.title = `${deal.companyName ?? ''} · ${deal.title} — ${product}`
  }, [deal.companyName, deal.title, product])
  return (
    <Head>
      <div>
        <Line gap={2} wrap>
          <LinkBase to={`/companies/${deal.companyId}/show`}>
            {deal.companyName ?? t('one.companies')}
          </LinkBase>
          {deal.companyClass && <Badge>{word('companies.class', deal.companyClass)}</Badge>}
          {deal.status !== 'open' && <StatusBadge resource="deals" status={deal.status} />}
        </Line>
        <h1>{deal.title}</h1>
        <Line gap={2} wrap>
          <Quiet>
            {[deal.contactName, t('deals.owner', { name: deal.ownerName }), deal.funnelName]
              .filter(Boolean)
              .join(' · ')}
          </Quiet>
          <DealFactsButton deal={deal} />
        </Line>
      </div>
      {deal.amountKopecks !== null && deal.lines.length > 0 && <Sum>{money(deal.amountKopecks)}</Sum>}
    </Head>
  )
}
