import ChatBubble from '@mui/icons-material/ChatBubbleOutlineOutlined'
import Groups from '@mui/icons-material/GroupsOutlined'
import Mail from '@mui/icons-material/MailOutlined'
import Phone from '@mui/icons-material/PhoneOutlined'
import StickyNote from '@mui/icons-material/StickyNote2Outlined'
import { styled } from '@mui/material/styles'
import type { InteractionAnswer, TaskAnswer } from '#server/engagement/engagement.contract.ts'
import { TaskRow } from '../engagement/TaskRow.tsx'
import { when } from '../shared/format.ts'
import { useLocale, useWordOf, useWords } from '../shared/i18n/words.ts'
import { Related } from '../shared/list/Related.tsx'
import { Quiet, Stack } from '../shared/look/parts.tsx'

const Item = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: '18px minmax(0, 1fr)',
  gap: theme.spacing(1, 3),
  padding: theme.spacing(3, 4),
  borderBottom: `1px solid ${theme.look.hairline}`,
  '&:last-child': { borderBottom: 0 },
  '& svg': { color: theme.look.ink2 },
  '& p': { margin: theme.spacing(1, 0, 0), whiteSpace: 'pre-line' },
}))
const icons = { call: Phone, letter: Mail, message: ChatBubble, meeting: Groups, note: StickyNote }

/** What is planned on top, then every contact with the client, newest first. */
export const CompanyStream = ({ companyId }: { companyId: string }) => {
  const t = useWords()
  const word = useWordOf()
  const locale = useLocale()
  return (
    <Stack gap={5}>
      <Related<TaskAnswer>
        resource="tasks"
        title={t('companies.planned')}
        filter={{ companyId, status: 'open' }}
        sort={{ field: 'dueAt', order: 'ASC' }}
        row={task => <TaskRow key={task.id} task={task} />}
      />
      <Related<InteractionAnswer>
        resource="interactions"
        title={t('companies.stream')}
        filter={{ companyId }}
        sort={{ field: 'at', order: 'DESC' }}
        empty={t('companies.no_stream')}
        row={({ id, kind, direction, at, authorName, text, result }) => {
          const Icon = icons[kind]
          const head = [
            word('interactions.kind', kind),
            direction !== 'none' && word('interactions.direction', direction),
            authorName,
            when(at, locale),
          ]
          return (
            <Item key={id}>
              <Icon />
              <div>
                <Quiet>{head.filter(Boolean).join(' · ')}</Quiet>
                <p>{text}</p>
                {result && (
                  <Quiet>
                    {t('companies.result', {
                      result: kind === 'letter' ? word('status.letters', result) : result,
                    })}
                  </Quiet>
                )}
              </div>
            </Item>
          )
        }}
      />
    </Stack>
  )
}
