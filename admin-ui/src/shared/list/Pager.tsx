import ChevronLeft from '@mui/icons-material/ChevronLeftOutlined'
import ChevronRight from '@mui/icons-material/ChevronRightOutlined'
import IconButton from '@mui/material/IconButton'
import { useListContext } from 'react-admin'
import { useWords } from '../i18n/words.ts'
import { Digits, Line, Quiet } from '../look/parts.tsx'

/** «26–50 из 118» with a way back and on; absent while everything fits. */
export const Pager = () => {
  const t = useWords()
  const { page, perPage, total = 0, data, setPage, hasNextPage, hasPreviousPage } = useListContext()
  if (!data || (!hasNextPage && !hasPreviousPage)) return null
  const from = (page - 1) * perPage + 1
  return (
    <Line as="nav" gap={2} style={{ justifyContent: 'flex-end', marginTop: 8 }} aria-label={t('list.pages')}>
      <Quiet>
        <Digits>{t('list.range', { from, to: from + data.length - 1, total })}</Digits>
      </Quiet>
      <IconButton
        disabled={!hasPreviousPage}
        onClick={() => setPage(page - 1)}
        aria-label={t('list.previous')}
      >
        <ChevronLeft />
      </IconButton>
      <IconButton disabled={!hasNextPage} onClick={() => setPage(page + 1)} aria-label={t('list.next')}>
        <ChevronRight />
      </IconButton>
    </Line>
  )
}
