import Search from '@mui/icons-material/SearchOutlined'
import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import { useEffect, useRef, useState } from 'react'
import { useListContext } from 'react-admin'

/** Part of anything the list knows its rows by; asked 300 ms after the last key. */
export const ListSearch = ({ label, autoFocus = false }: { label: string; autoFocus?: boolean }) => {
  const { filterValues, setFilters } = useListContext()
  const asked: string = filterValues?.q ?? ''
  const [text, setText] = useState(asked)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setText(asked), [asked])
  const change = (typed: string) => {
    setText(typed)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const { q, ...others } = filterValues ?? {}
      setFilters(typed.trim() ? { ...others, q: typed.trim() } : others, undefined, false)
    }, 300)
  }
  return (
    <TextField
      value={text}
      onChange={event => change(event.target.value)}
      placeholder={label}
      autoFocus={autoFocus}
      style={{ width: 'min(100%, 340px)' }}
      slotProps={{
        htmlInput: { 'aria-label': label, type: 'search' },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <Search />
            </InputAdornment>
          ),
        },
      }}
    />
  )
}
