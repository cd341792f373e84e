import Close from '@mui/icons-material/CloseOutlined'
import Download from '@mui/icons-material/DownloadOutlined'
import Button from '@mui/material/Button'
import Drawer from '@mui/material/Drawer'
import IconButton from '@mui/material/IconButton'
import { styled } from '@mui/material/styles'
import { useWords } from '../shared/i18n/words.ts'
import { Line, OneLine, Strong } from '../shared/look/parts.tsx'

const Head = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(2),
  padding: theme.spacing(2, 4),
  borderBottom: `1px solid ${theme.look.hairline}`,
}))
export const PaperFrame = styled('iframe')(({ theme }) => ({
  flex: 1,
  width: '100%',
  minHeight: 0,
  border: 0,
  backgroundColor: theme.look.hover,
}))

export const fileUrl = (fileId: string): string => `/api/files/${fileId}`

/** The paper itself beside the page, without leaving it. */
export const PaperDrawer = ({
  fileId,
  title,
  onClose,
}: {
  fileId: string
  title: string
  onClose: () => void
}) => {
  const t = useWords()
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      slotProps={{ paper: { style: { width: 'min(100vw, 820px)' } } }}
    >
      <Head>
        <Strong>
          <OneLine>{title}</OneLine>
        </Strong>
        <Line gap={2} style={{ marginLeft: 'auto' }}>
          <Button
            component="a"
            href={fileUrl(fileId)}
            target="_blank"
            rel="noopener"
            startIcon={<Download />}
          >
            {t('papers.download')}
          </Button>
          <IconButton onClick={onClose} aria-label={t('action.close')}>
            <Close />
          </IconButton>
        </Line>
      </Head>
      <PaperFrame src={fileUrl(fileId)} title={title} />
    </Drawer>
  )
}
