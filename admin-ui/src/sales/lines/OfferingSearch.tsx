import Autocomplete from '@mui/material/Autocomplete'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useGetList } from 'react-admin'
import type { OfferingAnswer } from '#server/catalog/catalog.contract.ts'
import { money, quantity } from '../../shared/format.ts'
import { useWords } from '../../shared/i18n/words.ts'
import { OneLine, Quiet, Toned } from '../../shared/look/parts.tsx'
import { useDebounced } from '../../shared/use-debounced.ts'

/** Part of a name, article or property → an offering, with its free quantity and price beside it. */
export const OfferingSearch = ({ onChoose }: { onChoose: (offering: OfferingAnswer) => void }) => {
  const t = useWords()
  const [text, setText] = useState('')
  const q = useDebounced(text.trim(), 200)
  const { data = [], isFetching } = useGetList<OfferingAnswer>(
    'offerings',
    {
      pagination: { page: 1, perPage: 20 },
      filter: { deleted: false, ...(q ? { q } : {}) },
      sort: { field: 'name', order: 'ASC' },
    },
    { placeholderData: before => before },
  )
  return (
    <Autocomplete
      options={data}
      value={null}
      inputValue={text}
      blurOnSelect={false}
      loading={isFetching}
      loadingText={t('frame.loading')}
      noOptionsText={t('catalog.nothing_found')}
      filterOptions={all => all}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      onInputChange={(_, typed, why) => setText(why === 'reset' ? '' : typed)}
      onChange={(_, chosen) => chosen && onChoose(chosen)}
      renderInput={params => (
        <TextField {...params} placeholder={t('lines.search')} aria-label={t('lines.search')} />
      )}
      renderOption={({ key, ...props }, { name, sku, free, unit, prices }) => (
        <li key={key} {...props}>
          <span style={{ minWidth: 0, flex: 1 }}>
            <OneLine style={{ display: 'block' }}>{name}</OneLine>
            <Quiet>
              {sku}{' '}
              <Toned mood={Number(free) > 0 ? 'done' : 'you'}>
                {t('lines.free', { quantity: quantity(free), unit })}
              </Toned>
            </Quiet>
          </span>
          {prices[0] && <Quiet>{money(prices[0].valueKopecks)}</Quiet>}
        </li>
      )}
    />
  )
}
