import { AutocompleteInput, ReferenceInput, required, TextInput } from 'react-admin'
import { CreatePage } from '../shared/form/CreatePage.tsx'
import { useWords } from '../shared/i18n/words.ts'
import { useSearchParams } from '../shared/use-search-params.ts'

/** A sale begun by hand: for whom and what is wanted; the rest is asked by the stages. */
export const DealCreate = () => {
  const t = useWords()
  const [search] = useSearchParams()
  return (
    <CreatePage
      resource="deals"
      title={t('deals.new')}
      defaults={{ companyId: search.get('companyId') ?? undefined }}
      after={({ id }) => `/deals/${id}/show`}
    >
      <ReferenceInput source="companyId" reference="companies" sort={{ field: 'name', order: 'ASC' }}>
        <AutocompleteInput
          label={t('field.company')}
          optionText="name"
          filterToQuery={(q: string) => (q ? { q } : {})}
          validate={required()}
        />
      </ReferenceInput>
      <TextInput source="title" label={t('deals.want')} validate={required()} multiline />
      <ReferenceInput source="funnelId" reference="funnels" sort={{ field: 'name', order: 'ASC' }}>
        <AutocompleteInput
          label={t('deals.funnel')}
          optionText="name"
          filterToQuery={() => ({})}
          helperText={t('deals.funnel_hint')}
        />
      </ReferenceInput>
    </CreatePage>
  )
}
