import Button from '@mui/material/Button'
import { LinkBase } from 'react-admin'
import { useWords } from '../i18n/words.ts'
import { Empty } from '../look/Empty.tsx'
import { PageHead } from '../look/Head.tsx'

export const NoSuchPage = () => {
  const t = useWords()
  return (
    <>
      <PageHead title={t('frame.no_page')} />
      <Empty
        action={
          <Button component={LinkBase} to="/" variant="outlined">
            {t('rooms.today')}
          </Button>
        }
      >
        {t('frame.no_page_do')}
      </Empty>
    </>
  )
}
