import { styled } from '@mui/material/styles'
import { LinkBase } from 'react-admin'
import type { InquiryAnswer } from '#server/leads/leads.contract.ts'
import { phone, when } from '../shared/format.ts'
import { useLocale, useWordOf, useWords } from '../shared/i18n/words.ts'
import { Section } from '../shared/look/Head.tsx'
import { Digits, Quiet, Strong } from '../shared/look/parts.tsx'
import { Row, RowWords } from '../shared/look/Row.tsx'
import { InquiryVerbs } from './InquiryVerbs.tsx'

const TwoLines = styled('span')({
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 2,
  overflow: 'hidden',
})

/** What nobody has yet, the longest waiting first, with its words and the two ways to give it a person. */
export const InquiryQueue = ({ inquiries, total }: { inquiries: InquiryAnswer[]; total: number }) => {
  const t = useWords()
  const word = useWordOf()
  const locale = useLocale()
  return (
    <Section title={t('inquiries.queue')} note={total} flush>
      {inquiries.map(inquiry => (
        <Row key={inquiry.id}>
          <RowWords>
            <Strong>
              <LinkBase to={`/inquiries/${inquiry.id}/show`}>
                {inquiry.companyName ?? inquiry.contactName ?? inquiry.phone ?? t('one.inquiries')}
              </LinkBase>
            </Strong>
            <TwoLines>{inquiry.text}</TwoLines>
            <Quiet>
              {[word('inquiries.channels', inquiry.channel), inquiry.phone && phone(inquiry.phone)]
                .filter(Boolean)
                .join(' · ')}
            </Quiet>
          </RowWords>
          <Quiet>
            <Digits>{when(inquiry.receivedAt, locale)}</Digits>
          </Quiet>
          <InquiryVerbs inquiry={inquiry} />
        </Row>
      ))}
    </Section>
  )
}
