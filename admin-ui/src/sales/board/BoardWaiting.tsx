import Skeleton from '@mui/material/Skeleton'
import { useWords } from '../../shared/i18n/words.ts'
import { Line, Spoken, Stack } from '../../shared/look/parts.tsx'

/** Columns and cards of the size the real ones will have. */
export const BoardWaiting = () => {
  const t = useWords()
  return (
    <Line gap={3} role="status" style={{ alignItems: 'flex-start', overflow: 'hidden' }}>
      <Spoken>{t('frame.loading')}</Spoken>
      {['a', 'b', 'c', 'd', 'e'].map((column, index) => (
        <Stack key={column} gap={2} style={{ width: 264, flex: 'none' }}>
          <Skeleton height={56} />
          {['1', '2', '3'].slice(index % 2).map(card => (
            <Skeleton key={card} height={124} />
          ))}
        </Stack>
      ))}
    </Line>
  )
}
