import { useWords } from '../shared/i18n/words.ts'
import { PageHead } from '../shared/look/Head.tsx'
export const TodayPage = () => <PageHead title={useWords()('rooms.today')} />
