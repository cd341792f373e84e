import { styled } from '@mui/material/styles'
import { LinkBase, useGetOne, useParams } from 'react-admin'
import type { InquiryAnswer } from '#server/leads/leads.contract.ts'
import { dayAndTime, phone } from '../shared/format.ts'
import { useLocale, useWordOf, useWords } from '../shared/i18n/words.ts'
import { Failure } from '../shared/look/Failure.tsx'
import { PageHead } from '../shared/look/Head.tsx'
import { Panel, Quiet } from '../shared/look/parts.tsx'
import { StatusBadge } from '../shared/look/StatusBadge.tsx'
import { WaitingRows } from '../shared/look/Waiting.tsx'
import { InquiryVerbs } from './InquiryVerbs.tsx'

const Sheet = styled(Panel)(({ theme }) => ({
  maxWidth: 760,
  padding: theme.spacing(5),
  display: 'grid',
  gap: theme.spacing(3),
  '& blockquote': {
    margin: 0,
    paddingLeft: theme.spacing(4),
    borderLeft: `3px solid ${theme.look.hairline}`,
    whiteSpace: 'pre-wrap',
    fontSize: theme.look.size.lead,
  },
}))

/** A request word for word as it came, with who it is and what became of it. */
export const InquiryPage = () => {
  const t = useWords()
  const word = useWordOf()
  const locale = useLocale()
  const { id = '' } = useParams<{ id: string }>()
  const { data, error, refetch } = useGetOne<InquiryAnswer>('inquiries', { id })
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (!data)
    return (
      <Sheet>
        <WaitingRows rows={4} />
      </Sheet>
    )
  const from = [data.contactName, data.phone && phone(data.phone), data.email].filter(Boolean).join(', ')
  const came = [
    word('inquiries.channels', data.channel),
    data.source !== data.channel && data.source,
    data.campaign,
    dayAndTime(data.receivedAt, locale),
  ]
  return (
    <>
      <PageHead
        title={data.companyName ?? data.contactName ?? t('one.inquiries')}
        note={<StatusBadge resource="inquiries" status={data.status} />}
      >
        <InquiryVerbs inquiry={data} />
      </PageHead>
      <Sheet>
        <Quiet>{came.filter(Boolean).join(' · ')}</Quiet>
        <blockquote>{data.text}</blockquote>
        <span>{from}</span>
        {data.ownerName && (
          <Quiet>
            {[t('deals.owner', { name: data.ownerName }), data.assignedRule].filter(Boolean).join(' · ')}
          </Quiet>
        )}
        {data.companyId && (
          <LinkBase to={`/companies/${data.companyId}/show`}>
            {data.companyName ?? t('one.companies')}
          </LinkBase>
        )}
        {data.dealId && <LinkBase to={`/deals/${data.dealId}/show`}>{t('inquiries.to_deal')}</LinkBase>}
      </Sheet>
    </>
  )
}
