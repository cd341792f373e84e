import TextField from '@mui/material/TextField'
import { useEffect, useState } from 'react'
import { useWords } from '../../shared/i18n/words.ts'
import { useDebounced } from '../../shared/use-debounced.ts'

/** Leaves on the board only deals of a client or with the words looked for; stands in the address. */
export const BoardSearch = ({ asked, onAsk }: { asked: string; onAsk: (q: string) => void }) => {
  const t = useWords()
  const [text, setText] = useState(asked)
  const settled = useDebounced(text.trim(), 300)
  useEffect(() => {
    if (settled !== asked) onAsk(settled)
  }, [settled, asked, onAsk])
  return (
    <TextField
      value={text}
      onChange={event => setText(event.target.value)}
      placeholder={t('deals.search')}
      slotProps={{ htmlInput: { 'aria-label': t('deals.search'), type: 'search' } }}
      style={{ flex: '0 1 240px' }}
    />
  )
}
