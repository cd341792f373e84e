import { AutocompleteInput, ReferenceInput, required, TextInput } from 'react-admin'
import type { DealAnswer } from '#server/sales/sales.contract.ts'
import { useWords } from '../../shared/i18n/words.ts'
import { Quiet } from '../../shared/look/parts.tsx'
import { AskDialog } from '../../shared/verbs/AskDialog.tsx'
import { useSaving } from '../../shared/verbs/use-saving.tsx'

interface Facts {
  title: string
  contactId: string | null
  name?: string
  phone?: string
  email?: string
}

/** A new person at the client is written down in the same step as the deal gets its contact. */
export const DealFactsDialog = ({ deal, onClose }: { deal: DealAnswer; onClose: () => void }) => {
  const t = useWords()
  const saving = useSaving()
  const save = async ({ title, contactId, name, phone, email }: Facts) => {
    const errors = await saving.attempt(async () => {
      const person = name?.trim() && {
        companyId: deal.companyId,
        name,
        ...(phone ? { phones: [phone] } : {}),
        ...(email ? { emails: [email] } : {}),
      }
      const contact = person ? (await saving.create('contacts', person)).id : contactId
      await saving.change('deals', deal, { title, contactId: contact || null })
    })
    if (!errors) onClose()
    return errors
  }
  return (
    <AskDialog
      title={t('deals.facts_title')}
      submit={t('action.save')}
      defaults={{ title: deal.title, contactId: deal.contactId }}
      onClose={onClose}
      onSubmit={values => save(values as Partial<Facts> as Facts)}
    >
      <TextInput source="title" label={t('deals.want')} validate={required()} multiline />
      <ReferenceInput
        source="contactId"
        reference="contacts"
        filter={{ companyId: deal.companyId }}
        sort={{ field: 'name', order: 'ASC' }}
      >
        <AutocompleteInput
          label={t('one.contacts')}
          optionText="name"
          filterToQuery={(q: string) => (q ? { q } : {})}
        />
      </ReferenceInput>
      <Quiet>{t('deals.new_contact')}</Quiet>
      <TextInput source="name" label={t('field.name')} />
      <TextInput source="phone" label={t('field.phone')} type="tel" />
      <TextInput source="email" label={t('field.email')} type="email" />
    </AskDialog>
  )
}
