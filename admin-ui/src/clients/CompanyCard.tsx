import { styled } from '@mui/material/styles'
import { LinkBase, useGetOne, useParams } from 'react-admin'
import type { CompanyAnswer } from '#server/clients/clients.contract.ts'
import type { DealAnswer } from '#server/sales/sales.contract.ts'
import { LogContactButton } from '../engagement/LogContactButton.tsx'
import { StageMark } from '../sales/StageMark.tsx'
import { money, when } from '../shared/format.ts'
import { useLocale, useWordOf, useWords } from '../shared/i18n/words.ts'
import { Related } from '../shared/list/Related.tsx'
import { Failure } from '../shared/look/Failure.tsx'
import { PageHead } from '../shared/look/Head.tsx'
import { Digits, Panel, Quiet, Stack, Strong } from '../shared/look/parts.tsx'
import { Row, RowWords } from '../shared/look/Row.tsx'
import { StatusBadge } from '../shared/look/StatusBadge.tsx'
import { WaitingRows } from '../shared/look/Waiting.tsx'
import { may } from '../shared/verbs/may.ts'
import { CompanyFacts } from './CompanyFacts.tsx'
import { CompanyStream } from './CompanyStream.tsx'
import { ContactsSection } from './ContactsSection.tsx'
import { NewDealButton } from './NewDealButton.tsx'
import { ReassignButton } from './ReassignButton.tsx'

const Columns = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(5),
  alignItems: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
  '@media (min-width: 1180px)': { gridTemplateColumns: '320px minmax(0, 1fr) 340px' },
}))

/** The client: facts and people at the left, the stream of contacts in the middle, deals at the right. */
export const CompanyCard = () => {
  const t = useWords()
  const word = useWordOf()
  const locale = useLocale()
  const { id = '' } = useParams<{ id: string }>()
  const { data, error, refetch } = useGetOne<CompanyAnswer>('companies', { id })
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (!data)
    return (
      <Panel>
        <WaitingRows rows={8} />
      </Panel>
    )
  const last = data.lastContactAt
    ? t('companies.last', { when: when(data.lastContactAt, locale) })
    : t('companies.never_talked')
  const note = [
    word('companies.class', data.class),
    word('companies.status', data.status),
    t('deals.owner', { name: data.ownerName }),
    last,
  ]
  return (
    <>
      <PageHead title={data.name} note={note.filter(Boolean).join(' · ')}>
        <ReassignButton company={data} />
        {may(data, 'log-interaction') && (
          <LogContactButton companyId={data.id} contactId={data.contacts[0]?.id ?? null} />
        )}
        <NewDealButton company={data} />
      </PageHead>
      <Columns>
        <Stack gap={5}>
          <CompanyFacts company={data} />
          <ContactsSection company={data} />
        </Stack>
        <CompanyStream companyId={data.id} />
        <Related<DealAnswer>
          resource="deals"
          title={t('rooms.deals')}
          filter={{ companyId: data.id }}
          sort={{ field: 'createdAt', order: 'DESC' }}
          empty={t('companies.no_deals')}
          row={deal => (
            <Row key={deal.id}>
              <RowWords>
                <Strong>
                  <LinkBase to={`/deals/${deal.id}/show`}>{deal.title}</LinkBase>
                </Strong>
                <Quiet>
                  <Digits>{deal.amountKopecks === null ? '' : money(deal.amountKopecks)}</Digits>
                </Quiet>
              </RowWords>
              {deal.status === 'open' ? (
                <StageMark deal={deal} />
              ) : (
                <StatusBadge resource="deals" status={deal.status} />
              )}
            </Row>
          )}
        />
      </Columns>
    </>
  )
}
