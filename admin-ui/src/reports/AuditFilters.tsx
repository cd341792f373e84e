import Autocomplete from '@mui/material/Autocomplete'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useGetList, useGetOne, useListContext } from 'react-admin'
import type { UserAnswer } from '#server/access/access.contract.ts'
import { useWordOf, useWords } from '../shared/i18n/words.ts'
import { FilterSegments } from '../shared/list/FilterSegments.tsx'
import { useDebounced } from '../shared/use-debounced.ts'
import { dayEnd, dayStart, localDay } from './audit-period.ts'

/** What the journal is kept of, as a person looks for it. */
const resources = [
  'companies',
  'contacts',
  'inquiries',
  'deals',
  'deal-lines',
  'offers',
  'invoices',
  'contracts',
  'approvals',
  'department-requests',
  'shipments',
  'payments',
  'payment-matches',
  'reservations',
  'tasks',
  'interactions',
  'letters',
  'participations',
  'users',
  'funnels',
  'funnel-versions',
  'own-company',
] as const

/** Of what, by whom, what was done, between which days; all of it stands in the address. */
export const AuditFilters = () => {
  const t = useWords()
  const word = useWordOf()
  const { filterValues, change } = useFilter()
  return (
    <>
      <TextField
        select
        label={t('audit.of_what')}
        value={filterValues.resource ?? ''}
        onChange={event => change({ resource: event.target.value })}
        style={{ flex: '1 1 200px' }}
        slotProps={{ select: { displayEmpty: true } }}
      >
        <MenuItem value="">{t('list.all')}</MenuItem>
        {resources.map(key => (
          <MenuItem key={key} value={key}>
            {word('audit.resource', key)}
          </MenuItem>
        ))}
      </TextField>
      <Colleague />
      <TextField
        type="date"
        label={t('audit.from')}
        value={filterValues.from ? localDay(filterValues.from) : ''}
        onChange={event => change({ from: dayStart(event.target.value) })}
        style={{ flex: '1 1 150px' }}
      />
      <TextField
        type="date"
        label={t('audit.until')}
        value={filterValues.until ? localDay(filterValues.until) : ''}
        onChange={event => change({ until: dayEnd(event.target.value) })}
        style={{ flex: '1 1 150px' }}
      />
      <div style={{ alignSelf: 'flex-end' }}>
        <FilterSegments
          name={t('audit.what_done')}
          source="verb"
          options={[
            ['', t('list.all')],
            ...(['insert', 'update', 'delete'] as const).map(
              verb => [verb, word('audit.verbs', verb)] as const,
            ),
          ]}
        />
      </div>
    </>
  )
}

/** One part of the filter changes, the others stay; an empty part leaves the address. */
function useFilter() {
  const { filterValues = {}, setFilters } = useListContext()
  const change = (part: Record<string, string>) =>
    setFilters(
      Object.fromEntries(Object.entries({ ...filterValues, ...part }).filter(([, value]) => value)),
      undefined,
      false,
    )
  return { filterValues, change }
}

const Colleague = () => {
  const t = useWords()
  const { filterValues, change } = useFilter()
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed, 200)
  const actor: string = filterValues.actor ?? ''
  const { data: chosen } = useGetOne<UserAnswer>('users', { id: actor }, { enabled: actor !== '' })
  const { data: found = [], isFetching } = useGetList<UserAnswer>('users', {
    filter: q && q !== chosen?.name ? { q } : {},
    sort: { field: 'name', order: 'ASC' },
    pagination: { page: 1, perPage: 20 },
  })
  return (
    <Autocomplete
      options={found}
      value={actor && chosen ? chosen : null}
      loading={isFetching}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      filterOptions={options => options}
      onInputChange={(_event, text) => setTyped(text)}
      onChange={(_event, user) => change({ actor: user?.id ?? '' })}
      renderInput={params => <TextField {...params} label={t('audit.who')} placeholder={t('list.all')} />}
      style={{ flex: '1 1 240px' }}
      noOptionsText={t('list.nothing_fits')}
      loadingText={t('frame.loading')}
      clearText={t('action.remove')}
      openText={t('action.choose')}
      closeText={t('action.close')}
    />
  )
}
