import { useState } from 'react'
import { useGetIdentity, useGetList } from 'react-admin'
import type { TaskAnswer } from '#server/engagement/engagement.contract.ts'
import { Segments } from '../shared/frame/Choice.tsx'
import { useWords } from '../shared/i18n/words.ts'
import { Empty } from '../shared/look/Empty.tsx'
import { Failure } from '../shared/look/Failure.tsx'
import { PageHead } from '../shared/look/Head.tsx'
import { Panel } from '../shared/look/parts.tsx'
import { WaitingRows } from '../shared/look/Waiting.tsx'
import { TaskRow } from './TaskRow.tsx'

/** Tasks by term: one's own, or of everybody one sees. */
export const TaskList = () => {
  const t = useWords()
  const { data: me } = useGetIdentity()
  const [view, setView] = useState<'mine' | 'all' | 'done'>('mine')
  const { data, total, error, isPending, refetch } = useGetList<TaskAnswer>(
    'tasks',
    {
      pagination: { page: 1, perPage: 50 },
      sort: view === 'done' ? { field: 'dueAt', order: 'DESC' } : { field: 'dueAt', order: 'ASC' },
      filter: {
        status: view === 'done' ? 'done' : 'open',
        ...(view === 'mine' ? { assigneeId: me?.id } : {}),
      },
    },
    { enabled: me !== undefined },
  )
  return (
    <>
      <PageHead title={t('rooms.tasks')} note={total}>
        <Segments
          name={t('field.status')}
          value={view}
          options={[
            ['mine', t('tasks.mine')],
            ['all', t('tasks.everybody')],
            ['done', t('tasks.closed')],
          ]}
          onChoose={setView}
        />
      </PageHead>
      <Panel>
        {error && <Failure error={error} retry={() => void refetch()} />}
        {isPending && <WaitingRows rows={6} height={52} />}
        {data?.length === 0 && <Empty>{t('tasks.empty')}</Empty>}
        {data?.map(task => (
          <TaskRow key={task.id} task={task} withClient />
        ))}
      </Panel>
    </>
  )
}
