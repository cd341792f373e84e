import { DateInput, required, TextInput } from 'react-admin'
import type { ContractAnswer } from '#server/documents/documents.contract.ts'
import { day, money, today } from '../shared/format.ts'
import { useLocale, useWords } from '../shared/i18n/words.ts'
import { Quiet, Strong, Toned } from '../shared/look/parts.tsx'
import { Row, RowVerbs, RowWords } from '../shared/look/Row.tsx'
import { StatusBadge } from '../shared/look/StatusBadge.tsx'
import { AskButton } from '../shared/verbs/AskButton.tsx'
import { VerbButton } from '../shared/verbs/VerbButton.tsx'
import { ContractEditButton } from './ContractEditButton.tsx'
import { PaperButton } from './PaperButton.tsx'
import { usePaperTitle } from './use-paper-title.ts'

/** A contract on the deal's card: number, subject, what the lawyer said, its state and what may be done now. */
export const ContractRow = ({ contract }: { contract: ContractAnswer }) => {
  const t = useWords()
  const paperTitle = usePaperTitle()
  const locale = useLocale()
  const { number, subject, totals, validUntil, status, remark } = contract
  const title = paperTitle('contract', number)
  const facts = [
    subject,
    totals && money(totals.grossKopecks),
    validUntil && t('papers.valid_until', { date: day(validUntil, locale) }),
  ]
  return (
    <Row>
      <RowWords>
        <Strong>{title}</Strong>
        <Quiet>{facts.filter(Boolean).join(' · ')}</Quiet>
        {remark && status === 'draft' && <Toned mood="you">{t('papers.remark', { remark })}</Toned>}
      </RowWords>
      <StatusBadge resource="contracts" status={status} />
      <RowVerbs>
        <PaperButton fileId={contract.fileId} title={title} />
        <VerbButton
          resource="contracts"
          record={contract}
          verb="submit"
          label="papers.to_lawyer"
          size="small"
          variant="contained"
        />
        {!contract.fileId && (
          <VerbButton
            resource="contracts"
            record={contract}
            verb="render"
            label="papers.render"
            size="small"
          />
        )}
        <ContractEditButton contract={contract} />
        <AskButton
          resource="contracts"
          record={contract}
          verb="sign"
          label="papers.sign"
          size="small"
          variant="contained"
          defaults={{ signedOn: today() }}
        >
          <DateInput source="signedOn" label={t('papers.signed_on')} validate={required()} />
        </AskButton>
        <AskButton
          resource="contracts"
          record={contract}
          verb="terminate"
          label="papers.terminate"
          size="small"
          color="error"
        >
          <TextInput source="reason" label={t('field.reason')} validate={required()} autoFocus />
        </AskButton>
      </RowVerbs>
    </Row>
  )
}
