import { required, TextInput } from 'react-admin'
import type { InquiryAnswer } from '#server/leads/leads.contract.ts'
import { useWords } from '../shared/i18n/words.ts'
import { AskButton } from '../shared/verbs/AskButton.tsx'
import { VerbButton } from '../shared/verbs/VerbButton.tsx'

interface NewClient {
  name: string
  inn?: string
}

/** The deal begins; where the client is not known yet, says whose request it was. */
export const StartDealButton = ({ inquiry }: { inquiry: InquiryAnswer }) => {
  const t = useWords()
  const verb = {
    resource: 'inquiries',
    record: inquiry,
    verb: 'start-deal',
    label: 'inquiries.start_deal',
    size: 'small',
    variant: 'contained',
  } as const
  if (inquiry.companyId) return <VerbButton {...verb} />
  return (
    <AskButton
      {...verb}
      title="inquiries.whose"
      bodyOf={values => {
        const { name, inn } = values as Partial<NewClient>
        return { company: { name, ...(inn ? { inn } : {}) } }
      }}
    >
      <TextInput source="name" label={t('companies.name')} validate={required()} autoFocus />
      <TextInput source="inn" label={t('companies.inn')} />
    </AskButton>
  )
}
