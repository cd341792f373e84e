import AccessTime from '@mui/icons-material/AccessTimeOutlined'
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import { dayAndTime, span, when } from '../format.ts'
import { useLocale, useWords } from '../i18n/words.ts'
import { Badge, Digits, Quiet } from './parts.tsx'

interface TermProps {
  due: string | null
  overdue?: boolean
  /** Said when there is no term; nothing unless told. */
  none?: string
}

const soonMs = 2 * 3_600_000

/** Until when: quiet far off, amber within two hours, red with a word when it is over. */
export const Term = ({ due, overdue, none }: TermProps) => {
  const t = useWords()
  const locale = useLocale()
  if (!due) return none ? <Quiet>{none}</Quiet> : <span />
  const left = Date.parse(due) - Date.now()
  const late = overdue ?? left < 0
  const words = when(due, locale)
  const exact = dayAndTime(due, locale)
  if (late)
    return (
      <Badge mood="late" title={exact}>
        <ErrorOutline />
        <Digits>
          {left < 0
            ? t('term.overdue_by', { length: span(Math.max(60_000, -left), locale) })
            : t('term.overdue')}
        </Digits>
      </Badge>
    )
  return left < soonMs ? (
    <Badge mood="you" title={exact}>
      <AccessTime />
      <Digits>{words}</Digits>
    </Badge>
  ) : (
    <Quiet title={exact}>
      <Digits>{words}</Digits>
    </Quiet>
  )
}
