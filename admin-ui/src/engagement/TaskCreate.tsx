import {
  AutocompleteInput,
  DateTimeInput,
  ReferenceInput,
  required,
  SelectInput,
  TextInput,
} from 'react-admin'
import { CreatePage } from '../shared/form/CreatePage.tsx'
import { useWords } from '../shared/i18n/words.ts'

const kinds = ['call', 'letter', 'meeting', 'offer', 'other'] as const

/** Something to do with a term, for oneself or a colleague. */
export const TaskCreate = () => {
  const t = useWords()
  const search = (q: string) => (q ? { q } : {})
  return (
    <CreatePage
      resource="tasks"
      title={t('tasks.new')}
      defaults={{ kind: 'call' }}
      bodyOf={({ dueAt, ...values }) => ({
        ...Object.fromEntries(Object.entries(values).filter(([, value]) => value)),
        dueAt: new Date(String(dueAt)).toISOString(),
      })}
      after={() => '/tasks'}
    >
      <TextInput source="title" label={t('tasks.what')} validate={required()} autoFocus />
      <SelectInput
        source="kind"
        label={t('tasks.kind_label')}
        choices={kinds.map(id => ({ id, name: `tasks.kind.${id}` }))}
      />
      <DateTimeInput source="dueAt" label={t('field.due')} validate={required()} />
      <ReferenceInput source="companyId" reference="companies" sort={{ field: 'name', order: 'ASC' }}>
        <AutocompleteInput label={t('field.company')} optionText="name" filterToQuery={search} />
      </ReferenceInput>
      <ReferenceInput
        source="assigneeId"
        reference="users"
        filter={{ active: true }}
        sort={{ field: 'name', order: 'ASC' }}
      >
        <AutocompleteInput
          label={t('tasks.whom')}
          optionText="name"
          filterToQuery={search}
          helperText={t('tasks.whom_hint')}
        />
      </ReferenceInput>
    </CreatePage>
  )
}
