import QrCodeScanner from '@mui/icons-material/QrCodeScannerOutlined'
import { styled } from '@mui/material/styles'
import { useEffect, useRef } from 'react'
import { useWords } from '../shared/i18n/words.ts'
import { Toned } from '../shared/look/parts.tsx'

const Box = styled('label')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(3),
  padding: theme.spacing(0, 4),
  color: theme.look.ink2,
  '& input': {
    flex: 1,
    minWidth: 0,
    height: 56,
    border: 0,
    outline: 0,
    background: 'none',
    color: theme.look.ink,
    font: 'inherit',
    fontSize: theme.look.size.lead,
  },
  '&:focus-within': { boxShadow: `inset 0 0 0 2px ${theme.look.focus}` },
}))

const elsewhere = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [role=dialog]') !== null

/** A scanner is a keyboard that ends with Enter: whatever it types on this page lands here. */
export const ScanField = ({ unknown, onScan }: { unknown: string; onScan: (code: string) => void }) => {
  const t = useWords()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    const typed = (event: KeyboardEvent) => {
      if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !elsewhere(event.target))
        field.current?.focus()
    }
    addEventListener('keydown', typed)
    return () => removeEventListener('keydown', typed)
  }, [])
  return (
    <Box>
      <QrCodeScanner />
      <input
        ref={field}
        placeholder={t('requests.scan')}
        aria-label={t('requests.scan')}
        onKeyDown={event => {
          if (event.key !== 'Enter' || !event.currentTarget.value.trim()) return
          onScan(event.currentTarget.value)
          event.currentTarget.value = ''
        }}
      />
      <span role="status">
        {unknown && <Toned mood="late">{t('requests.unknown_code', { code: unknown })}</Toned>}
      </span>
    </Box>
  )
}
