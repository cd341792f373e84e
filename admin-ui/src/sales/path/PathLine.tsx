import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import { styled } from '@mui/material/styles'
import type { ProcessEventAnswer } from '#server/sales/sales.contract.ts'
import { dayAndTime, span } from '../../shared/format.ts'
import { useLocale, useWordOf, useWords } from '../../shared/i18n/words.ts'
import { Digits, Quiet, Toned } from '../../shared/look/parts.tsx'

const Item = styled('li')(({ theme }) => ({
  position: 'relative',
  padding: theme.spacing(1.5, 0),
  lineHeight: 1.35,
  '&::before': {
    content: '""',
    position: 'absolute',
    left: -20,
    top: 13,
    width: 7,
    height: 7,
    borderRadius: 999,
    border: `1px solid ${theme.look.ink2}`,
    backgroundColor: theme.look.surface,
  },
  '& svg': { fontSize: 14, verticalAlign: '-2px' },
}))
const Gap = styled('div')(({ theme }) => ({
  marginTop: theme.spacing(1.5),
  paddingLeft: theme.spacing(2),
  borderLeft: `3px dotted ${theme.look.hairline}`,
  color: theme.look.ink2,
  fontSize: theme.look.size.tiny,
}))

const worthAGapMs = 15 * 60_000
const failed = /failed|breach|refused|rejected|overdue/

/** One line of the path: what, who or which rule, when, and how long it had waited before. */
export const PathLine = ({ event }: { event: ProcessEventAnswer }) => {
  const t = useWords()
  const word = useWordOf()
  const locale = useLocale()
  const { title, actor, at, waitedMs, kind } = event
  const who = actor.name
    ? actor.type === 'rule'
      ? t('path.by_rule', { rule: actor.name })
      : actor.name
    : word('path.actor', actor.type)
  const bad = failed.test(kind)
  return (
    <Item>
      <Toned mood={bad ? 'late' : 'none'}>
        {bad && <ErrorOutline />} {title}
      </Toned>
      <br />
      <Quiet>
        {who} · <Digits>{dayAndTime(at, locale)}</Digits>
      </Quiet>
      {waitedMs !== null && waitedMs >= worthAGapMs && (
        <Gap>{t('path.waited', { length: span(waitedMs, locale) })}</Gap>
      )}
    </Item>
  )
}
