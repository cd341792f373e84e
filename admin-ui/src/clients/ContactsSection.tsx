import Add from '@mui/icons-material/AddOutlined'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { required, TextInput } from 'react-admin'
import type { CompanyAnswer } from '#server/clients/clients.contract.ts'
import { phone } from '../shared/format.ts'
import { useWords } from '../shared/i18n/words.ts'
import { Section } from '../shared/look/Head.tsx'
import { Quiet, Strong } from '../shared/look/parts.tsx'
import { Row, RowWords } from '../shared/look/Row.tsx'
import { AskDialog } from '../shared/verbs/AskDialog.tsx'
import { may } from '../shared/verbs/may.ts'
import { useSaving } from '../shared/verbs/use-saving.tsx'
import { personBody } from './company-body.ts'

/** People at the client, each called or written to with one tap. */
export const ContactsSection = ({ company }: { company: CompanyAnswer }) => {
  const t = useWords()
  const [adding, setAdding] = useState(false)
  const { attempt, create } = useSaving()
  const save = async (values: Record<string, unknown>) => {
    const errors = await attempt(() => create('contacts', { companyId: company.id, ...personBody(values) }))
    if (!errors) setAdding(false)
    return errors
  }
  return (
    <Section
      title={t('companies.people')}
      note={company.contacts.length || undefined}
      flush
      actions={
        may(company, 'add-contact') && (
          <Button size="small" color="inherit" startIcon={<Add />} onClick={() => setAdding(true)}>
            {t('action.add')}
          </Button>
        )
      }
    >
      {company.contacts.map(({ id, name, position, phones, emails }) => (
        <Row key={id}>
          <RowWords>
            <Strong>{name}</Strong>
            {position && <Quiet>{position}</Quiet>}
            {phones.map(number => (
              <a key={number} href={`tel:${number}`}>
                {phone(number)}
              </a>
            ))}
            {emails.map(address => (
              <a key={address} href={`mailto:${address}`}>
                {address}
              </a>
            ))}
          </RowWords>
        </Row>
      ))}
      {company.contacts.length === 0 && (
        <Quiet style={{ display: 'block', padding: 16 }}>{t('companies.no_people')}</Quiet>
      )}
      {adding && (
        <AskDialog
          title={t('companies.new_person')}
          submit={t('action.save')}
          onClose={() => setAdding(false)}
          onSubmit={save}
        >
          <TextInput source="name" label={t('field.name')} validate={required()} autoFocus />
          <TextInput source="position" label={t('companies.position')} />
          <TextInput source="phone" label={t('field.phone')} type="tel" />
          <TextInput source="email" label={t('field.email')} type="email" />
        </AskDialog>
      )}
    </Section>
  )
}
