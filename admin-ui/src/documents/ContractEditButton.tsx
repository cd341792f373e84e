import { DateInput, required, TextInput } from 'react-admin'
import type { ContractAnswer } from '#server/documents/documents.contract.ts'
import { useWords } from '../shared/i18n/words.ts'
import { ChangeButton } from '../shared/verbs/ChangeButton.tsx'

/** Subject and term of a contract that is not submitted yet. */
export const ContractEditButton = ({ contract }: { contract: ContractAnswer }) => {
  const t = useWords()
  const { subject, validFrom, validUntil } = contract
  return (
    <ChangeButton
      resource="contracts"
      record={contract}
      label="lines.edit"
      defaults={{ subject, validFrom, validUntil }}
      bodyOf={values => ({
        ...values,
        validFrom: values.validFrom || null,
        validUntil: values.validUntil || null,
      })}
    >
      <TextInput source="subject" label={t('papers.subject')} multiline validate={required()} />
      <DateInput source="validFrom" label={t('papers.valid_from_label')} />
      <DateInput source="validUntil" label={t('papers.valid_until_label')} />
    </ChangeButton>
  )
}
