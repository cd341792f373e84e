import { LinkBase } from 'react-admin'
import type { TaskAnswer } from '#server/engagement/engagement.contract.ts'
import { OneLine, Quiet, Strong } from '../shared/look/parts.tsx'
import { Row, RowVerbs, RowWords } from '../shared/look/Row.tsx'
import { StatusBadge } from '../shared/look/StatusBadge.tsx'
import { Term } from '../shared/look/Term.tsx'
import { DoneTaskButton } from './DoneTaskButton.tsx'
import { PostponeTaskButton } from './PostponeTaskButton.tsx'

/** A task: what, why, for whom, until when, and what may be done with it. */
export const TaskRow = ({ task, withClient = false }: { task: TaskAnswer; withClient?: boolean }) => (
  <Row>
    <RowWords>
      <Strong>
        {withClient && task.dealId ? (
          <LinkBase to={`/deals/${task.dealId}/show`}>{task.title}</LinkBase>
        ) : (
          task.title
        )}
      </Strong>
      <Quiet>
        <OneLine style={{ display: 'block' }}>
          {[withClient && task.companyName, task.reason, task.assigneeName, task.result]
            .filter(Boolean)
            .join(' · ')}
        </OneLine>
      </Quiet>
    </RowWords>
    {task.status === 'open' ? (
      <Term due={task.dueAt} overdue={task.overdue} />
    ) : (
      <StatusBadge resource="tasks" status={task.status} />
    )}
    <RowVerbs>
      <PostponeTaskButton task={task} />
      <DoneTaskButton task={task} />
    </RowVerbs>
  </Row>
)
