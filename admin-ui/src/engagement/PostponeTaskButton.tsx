import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import type { TaskAnswer } from '#server/engagement/engagement.contract.ts'
import { dayAndTime } from '../shared/format.ts'
import { useLocale, useWords } from '../shared/i18n/words.ts'
import { useCommand } from '../shared/verbs/use-command.ts'
import { laterTimes } from './later-times.ts'

/** Not now: in an hour, tomorrow morning, on Monday. */
export const PostponeTaskButton = ({ task }: { task: TaskAnswer }) => {
  const t = useWords()
  const locale = useLocale()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const { run, isPending } = useCommand('tasks', 'postpone')
  if (!task.can.postpone) return null
  return (
    <>
      <Button
        size="small"
        color="inherit"
        loading={isPending}
        onClick={event => setAnchor(event.currentTarget)}
        aria-haspopup="menu"
      >
        {t('tasks.postpone')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {laterTimes(new Date()).map(({ key, at }) => (
          <MenuItem
            key={key}
            onClick={() => {
              setAnchor(null)
              void run(task.id, { dueAt: at.toISOString() })
            }}
          >
            {t(`tasks.later.${key}`)} — {dayAndTime(at, locale)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
