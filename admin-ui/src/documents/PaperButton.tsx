import Description from '@mui/icons-material/DescriptionOutlined'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useWords } from '../shared/i18n/words.ts'
import { PaperDrawer } from './PaperDrawer.tsx'

/** Opens the paper's PDF at the side; absent until there is one. */
export const PaperButton = ({ fileId, title }: { fileId: string | null; title: string }) => {
  const t = useWords()
  const [open, setOpen] = useState(false)
  if (!fileId) return null
  return (
    <>
      <Button size="small" color="inherit" startIcon={<Description />} onClick={() => setOpen(true)}>
        {t('papers.look')}
      </Button>
      {open && <PaperDrawer fileId={fileId} title={title} onClose={() => setOpen(false)} />}
    </>
  )
}
