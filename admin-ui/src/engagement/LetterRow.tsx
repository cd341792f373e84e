import { LinkBase } from 'react-admin'
import type { LetterAnswer } from '#server/engagement/engagement.contract.ts'
import { when } from '../shared/format.ts'
import { useLocale } from '../shared/i18n/words.ts'
import { Quiet, Strong, Toned } from '../shared/look/parts.tsx'
import { Row, RowWords } from '../shared/look/Row.tsx'
import { StatusBadge } from '../shared/look/StatusBadge.tsx'

/** A letter on a card: subject, to whom, when, whether it left. */
export const LetterRow = ({ letter }: { letter: LetterAnswer }) => {
  const locale = useLocale()
  return (
    <Row>
      <RowWords>
        <Strong>
          <LinkBase to={`/letters/${letter.id}/show`}>{letter.subject}</LinkBase>
        </Strong>
        <Quiet>{letter.to}</Quiet>
        {letter.problem && <Toned mood="late">{letter.problem}</Toned>}
      </RowWords>
      <Quiet>{when(letter.sentAt ?? letter.createdAt, locale)}</Quiet>
      <StatusBadge resource="letters" status={letter.status} />
    </Row>
  )
}
