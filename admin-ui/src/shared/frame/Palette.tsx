import Dialog from '@mui/material/Dialog'
import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { useNavigate, usePermissions } from 'react-admin'
import type { SearchAnswer } from '#server/reports/reports.contract.ts'
import { railOf } from '../../access/rooms.ts'
import { call } from '../data/http.ts'
import { useWordOf, useWords } from '../i18n/words.ts'
import { OneLine, Quiet } from '../look/parts.tsx'
import { recordPath } from '../record-path.ts'
import { useDebounced } from '../use-debounced.ts'

interface Way {
  key: string
  group: string
  title: string
  detail: string | null
  path: string
}

const Input = styled('input')(({ theme }) => ({
  width: '100%',
  boxSizing: 'border-box',
  border: 0,
  outline: 0,
  padding: theme.spacing(4, 5),
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  fontSize: theme.look.size.lead,
  borderBottom: `1px solid ${theme.look.hairline}`,
  '&:focus-visible': { outline: 'none' },
}))
const List = styled('div')(({ theme }) => ({
  listStyle: 'none',
  margin: 0,
  padding: theme.spacing(2),
  maxHeight: '52vh',
  overflowY: 'auto',
  '& > div': {
    display: 'flex',
    alignItems: 'baseline',
    gap: theme.spacing(3),
    padding: theme.spacing(2, 3),
    borderRadius: theme.look.corner,
    cursor: 'pointer',
  },
  '& > div[aria-selected="true"]': { backgroundColor: theme.look.chosen },
}))

function useWays(text: string): { ways: Way[]; searched: boolean } {
  const t = useWords()
  const word = useWordOf()
  const { permissions } = usePermissions<string[]>()
  const q = useDebounced(text.trim(), 120)
  const { data } = useQuery({
    queryKey: ['search', q],
    enabled: q.length > 1,
    queryFn: ({ signal }) => call<SearchAnswer>(`/search?q=${encodeURIComponent(q)}`, { signal }),
    placeholderData: before => before,
  })
  const rooms = railOf(permissions ?? [])
    .map(({ key, path }) => ({ key, group: t('frame.go'), title: t(`rooms.${key}`), detail: null, path }))
    .filter(room => room.title.toLowerCase().includes(text.trim().toLowerCase()))
  const groups = q.length > 1 ? (data?.body.groups ?? []) : []
  const hits = groups.flatMap(({ resource, items }) =>
    items.map(({ id, title, note, companyId }) => ({
      key: `${resource}/${id}`,
      group: word('one', resource),
      title,
      detail: note,
      path: recordPath(resource, id, companyId),
    })),
  )
  return { ways: [...hits, ...rooms], searched: q.length > 1 && data !== undefined }
}

/** Ctrl+K: records by any part of a name, phone, INN or number, and the rooms. */
export const Palette = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const t = useWords()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { ways, searched } = useWays(open ? text : '')
  const here = Math.min(at, ways.length - 1)
  const go = (way: Way | undefined, newTab = false) => {
    if (!way) return
    if (newTab) window.open(way.path, '_blank', 'noopener')
    else navigate(way.path)
    setText('')
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(here + 1, ways.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(here - 1, 0))
    else if (event.key === 'Enter') go(ways[here], event.ctrlKey)
    else return
    event.preventDefault()
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      aria-label={t('frame.search')}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start', pt: '8vh' } }}
    >
      <Input
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls="found"
        aria-activedescendant={ways[here] ? `found-${here}` : undefined}
        value={text}
        placeholder={t('frame.search_hint')}
        aria-label={t('frame.search')}
        onChange={event => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <List id="found" role="listbox" aria-label={t('frame.found')}>
        {ways.map((way, index) => (
          <div
            key={way.key}
            id={`found-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === here}
            onMouseEnter={() => setAt(index)}
            onClick={event => go(way, event.ctrlKey)}
            onKeyDown={onKeyDown}
          >
            <OneLine style={{ flex: '0 1 auto' }}>{way.title}</OneLine>
            {way.detail && (
              <OneLine style={{ flex: '0 2 auto' }}>
                <Quiet>{way.detail}</Quiet>
              </OneLine>
            )}
            <Quiet style={{ marginLeft: 'auto', whiteSpace: 'nowrap' }}>{way.group}</Quiet>
          </div>
        ))}
        {searched && ways.length === 0 && <Quiet style={{ padding: 12 }}>{t('frame.nothing_found')}</Quiet>}
      </List>
    </Dialog>
  )
}
