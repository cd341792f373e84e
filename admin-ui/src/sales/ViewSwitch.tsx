import { useNavigate } from 'react-admin'
import { Segments } from '../shared/frame/Choice.tsx'
import { useWords } from '../shared/i18n/words.ts'

/** Board or list. */
export const ViewSwitch = ({ view }: { view: 'board' | 'list' }) => {
  const t = useWords()
  const navigate = useNavigate()
  return (
    <Segments
      name={t('deals.view')}
      value={view}
      options={[
        ['board', t('deals.board')],
        ['list', t('deals.list')],
      ]}
      onChoose={chosen => navigate(chosen === 'list' ? '/deals?view=list' : '/deals')}
    />
  )
}
