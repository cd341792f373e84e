import {
  AutocompleteArrayInput,
  AutocompleteInput,
  minLength,
  PasswordInput,
  ReferenceInput,
  required,
  TextInput,
} from 'react-admin'
import { useWords } from '../shared/i18n/words.ts'

const roleKeys = [
  'manager',
  'head',
  'lawyer',
  'accountant',
  'warehouse',
  'marketer',
  'director',
  'admin',
] as const
const search = (q: string) => (q ? { q } : {})

/** What is told about a person, new or known. A known person's password changes only when one is typed. */
export const UserFields = ({ known }: { known: boolean }) => {
  const t = useWords()
  return (
    <>
      <TextInput source="name" label={t('users.full_name')} validate={required()} />
      <TextInput source="position" label={t('companies.position')} />
      <AutocompleteArrayInput
        source="roles"
        label={t('users.roles')}
        validate={required()}
        choices={roleKeys.map(id => ({ id, name: `roles.${id}` }))}
      />
      <ReferenceInput source="departmentId" reference="departments" sort={{ field: 'name', order: 'ASC' }}>
        <AutocompleteInput label={t('users.department')} optionText="name" filterToQuery={search} />
      </ReferenceInput>
      <ReferenceInput
        source="headId"
        reference="users"
        filter={{ active: true }}
        sort={{ field: 'name', order: 'ASC' }}
      >
        <AutocompleteInput label={t('users.head')} optionText="name" filterToQuery={search} />
      </ReferenceInput>
      <TextInput source="email" label={t('field.email')} type="email" />
      <TextInput source="phone" label={t('field.phone')} type="tel" />
      <TextInput
        source="discountLimitPercent"
        label={t('users.limit')}
        parse={(text: string) => text.replace(',', '.')}
        helperText={t('users.limit_hint')}
      />
      <PasswordInput
        source="password"
        label={t('login.password')}
        autoComplete="new-password"
        validate={known ? minLength(8) : [required(), minLength(8)]}
        helperText={known ? t('users.password_hint') : undefined}
      />
    </>
  )
}
