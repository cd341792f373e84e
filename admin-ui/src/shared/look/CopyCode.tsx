import ContentCopy from '@mui/icons-material/ContentCopyOutlined'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useWords } from '../i18n/words.ts'

/** The short code of a failure, copied with one click. */
export const CopyCode = ({ code }: { code: string }) => {
  const t = useWords()
  const [copied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard?.writeText(code).then(() => setCopied(true))
  return (
    <Button
      size="small"
      color="inherit"
      startIcon={<ContentCopy />}
      onClick={copy}
      aria-label={t('action.copy_code')}
    >
      {copied ? t('failure.copied') : code}
    </Button>
  )
}
