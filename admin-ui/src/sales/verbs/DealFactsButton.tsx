import Edit from '@mui/icons-material/EditOutlined'
import Button from '@mui/material/Button'
import { useEffect, useState } from 'react'
import { AutocompleteInput, ReferenceInput, required, TextInput } from 'react-admin'
import type { DealAnswer } from '#server/sales/sales.contract.ts'
import { useWords } from '../../shared/i18n/words.ts'
import { Quiet } from '../../shared/look/parts.tsx'
import { useSearchParams } from '../../shared/use-search-params.ts'
import { AskDialog } from '../../shared/verbs/AskDialog.tsx'
import { may } from '../../shared/verbs/may.ts'
import { useSaving } from '../../shared/verbs/use-saving.tsx'

interface Facts {
  title: string
  contactId: string | null
  name?: string
  phone?: string
  email?: string
}

/** What is wanted and whom we talk to; a new person at the client is written down in the same step. `?do=facts` opens it. */
export const DealFactsButton = ({ deal }: { deal: DealAnswer }) => {
  const t = useWords()
  const [search, change] = useSearchParams()
  const [seen, setSeen] = useState<DealAnswer | null>(null)
  const saving = useSaving()
  const wanted = search.get('do') === 'facts'
  useEffect(() => {
    if (wanted) setSeen(before => before ?? deal)
  }, [wanted, deal])
  if (!may(deal, 'edit')) return null
  const close = () => {
    setSeen(null)
    if (wanted) change({ do: null })
  }
  const save = async ({ title, contactId, name, phone, email }: Facts) => {
    const errors = await saving.attempt(async () => {
      const person = name?.trim() && {
        companyId: deal.companyId,
        name,
        ...(phone ? { phones: [phone] } : {}),
        ...(email ? { emails: [email] } : {}),
      }
      const contact = person ? (await saving.create('contacts', person)).id : contactId
      await saving.change('deals', seen ?? deal, { title, contactId: contact || null })
    })
    if (!errors) close()
    return errors
  }
  return (
    <>
      <Button size="small" color="inherit" startIcon={<Edit />} onClick={() => setSeen(deal)}>
        {t('deals.facts')}
      </Button>
      {seen && (
        <AskDialog
          title={t('deals.facts_title')}
          submit={t('action.save')}
          defaults={{ title: deal.title, contactId: deal.contactId }}
          onClose={close}
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
      )}
    </>
  )
}
