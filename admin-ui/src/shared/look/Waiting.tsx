import Skeleton from '@mui/material/Skeleton'
import { styled, useTheme } from '@mui/material/styles'
import { useWords } from '../i18n/words.ts'
import { Spoken } from './parts.tsx'

const Row = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(4),
  padding: theme.spacing(0, 4),
  borderBottom: `1px solid ${theme.look.hairline}`,
  '&:last-of-type': { borderBottom: 0 },
}))
const widths = ['38%', '24%', '46%', '30%', '41%', '27%', '35%', '44%']

/** Rows of the height the real ones will have, so that nothing jumps. */
export const WaitingRows = ({ rows = 8, height }: { rows?: number; height?: number }) => {
  const { look } = useTheme()
  const t = useWords()
  return (
    <div role="status">
      <Spoken>{t('frame.loading')}</Spoken>
      {Array.from({ length: rows }, (_, index) => (
        <Row key={widths[index % widths.length] + String(index)} style={{ height: height ?? look.row }}>
          <Skeleton width={widths[index % widths.length]} height={14} />
          <Skeleton width="12%" height={14} style={{ marginLeft: 'auto' }} />
        </Row>
      ))}
    </div>
  )
}

/** The whole page is not there yet. */
export const LoadingPage = () => <WaitingRows />
