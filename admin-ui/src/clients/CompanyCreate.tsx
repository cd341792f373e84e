import { required, SelectInput, TextInput } from 'react-admin'
import { CreatePage } from '../shared/form/CreatePage.tsx'
import { useWords } from '../shared/i18n/words.ts'
import { Quiet } from '../shared/look/parts.tsx'
import { companyBody } from './company-body.ts'

/** A new client with its first person. Whose client it already is, the refusal says. */
export const CompanyCreate = () => {
  const t = useWords()
  return (
    <CreatePage
      resource="companies"
      title={t('companies.new')}
      bodyOf={companyBody}
      after={({ id }) => `/companies/${id}/show`}
      refused={({ problem }) => problem.code === 'ClientExists' && <Quiet>{t('companies.exists_do')}</Quiet>}
    >
      <TextInput source="name" label={t('companies.name')} validate={required()} autoFocus />
      <TextInput
        source="inn"
        label={t('companies.inn')}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      />
      <SelectInput
        source="class"
        label={t('companies.class_label')}
        choices={['vip', 'a', 'b', 'c'].map(id => ({ id, name: `companies.class.${id}` }))}
      />
      <TextInput source="phone" label={t('field.phone')} type="tel" />
      <TextInput source="email" label={t('field.email')} type="email" />
      <TextInput source="address" label={t('companies.address')} />
      <Quiet>{t('companies.first_contact')}</Quiet>
      <TextInput source="contact.name" label={t('field.name')} />
      <TextInput source="contact.position" label={t('companies.position')} />
      <TextInput source="contact.phone" label={t('field.phone')} type="tel" />
      <TextInput source="contact.email" label={t('field.email')} type="email" />
    </CreatePage>
  )
}
