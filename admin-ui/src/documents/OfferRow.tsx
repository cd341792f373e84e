import type { OfferAnswer } from '#server/documents/documents.contract.ts'
import { day, money, percent } from '../shared/format.ts'
import { useLocale, useWords } from '../shared/i18n/words.ts'
import { Digits, Quiet, Strong } from '../shared/look/parts.tsx'
import { Row, RowVerbs, RowWords } from '../shared/look/Row.tsx'
import { StatusBadge } from '../shared/look/StatusBadge.tsx'
import { VerbButton } from '../shared/verbs/VerbButton.tsx'
import { OfferEditButton } from './OfferEditButton.tsx'
import { PaperButton } from './PaperButton.tsx'
import { SendPaperButton } from './SendPaperButton.tsx'
import { usePaperTitle } from './use-paper-title.ts'

/** An offer on the deal's card: number, sum, until when, its state and what may be done now. */
export const OfferRow = ({ offer }: { offer: OfferAnswer }) => {
  const t = useWords()
  const paperTitle = usePaperTitle()
  const locale = useLocale()
  const { number, revision, totals, validUntil, maxDiscountPercent, status } = offer
  const title = paperTitle('offer', number) + (revision > 1 ? ` / ${revision}` : '')
  const discount =
    Number(maxDiscountPercent ?? 0) > 0
      ? ` · ${t('papers.discount', { percent: percent(maxDiscountPercent ?? '0') })}`
      : ''
  return (
    <Row>
      <RowWords>
        <Strong>{title}</Strong>
        <Quiet>
          {totals && <Digits>{money(totals.grossKopecks)}</Digits>}
          {` · ${t('papers.valid_until', { date: day(validUntil, locale) })}${discount}`}
        </Quiet>
      </RowWords>
      <StatusBadge resource="offers" status={status} />
      <RowVerbs>
        <PaperButton fileId={offer.fileId} title={title} />
        {!offer.fileId && (
          <VerbButton resource="offers" record={offer} verb="render" label="papers.render" size="small" />
        )}
        <VerbButton
          resource="offers"
          record={offer}
          verb="submit"
          label="papers.submit"
          size="small"
          variant="contained"
        />
        <OfferEditButton offer={offer} />
        <SendPaperButton resource="offers" record={offer} main={status === 'approved'} />
        <VerbButton
          resource="offers"
          record={offer}
          verb="accept"
          label="papers.accept"
          size="small"
          variant={status === 'sent' ? 'contained' : 'outlined'}
        />
        <VerbButton resource="offers" record={offer} verb="decline" label="papers.decline" size="small" />
      </RowVerbs>
    </Row>
  )
}
