import ContentCopy from '@mui/icons-material/ContentCopyOutlined'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useWords } from '../i18n/words.ts'

interface CopyCodeProps {
  code: string
  /** The request's own id, for the administrator: copied whole, shown by its end. */
  reference?: string
}

/** The short code of a failure, copied with one click. */
export const CopyCode = ({ code, reference = '' }: CopyCodeProps) => {
  const t = useWords()
  const [copied, setCopied] = useState(false)
  const copy = () =>
    void navigator.clipboard
      ?.writeText([code, reference].filter(Boolean).join(' · '))
      .then(() => setCopied(true))
  return (
    <Button
      size="small"
      color="inherit"
      startIcon={<ContentCopy />}
      onClick={copy}
      aria-label={t('action.copy_code')}
    >
      {copied ? t('failure.copied') : [code, reference.slice(-8)].filter(Boolean).join(' · ')}
    </Button>
  )
}
