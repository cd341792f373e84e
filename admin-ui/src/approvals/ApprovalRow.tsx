import { LinkBase } from 'react-admin'
import type { ApprovalAnswer } from '#server/approvals/approvals.contract.ts'
import { useWordOf, useWords } from '../shared/i18n/words.ts'
import { Quiet, Strong } from '../shared/look/parts.tsx'
import { Row, RowWords } from '../shared/look/Row.tsx'
import { StatusBadge } from '../shared/look/StatusBadge.tsx'
import { Term } from '../shared/look/Term.tsx'

/** Whose turn it is now: names of the current steps, or roles where nobody is named. */
export function useTurn(): (approval: ApprovalAnswer) => string {
  const word = useWordOf()
  return ({ steps, currentSteps }) =>
    steps
      .filter(({ id }) => currentSteps.includes(id))
      .map(({ assigneeName, role }) => assigneeName ?? word('roles', role))
      .join(', ')
}

/** An approval on the deal's card: what, why, on whom, until when. */
export const ApprovalRow = ({ approval }: { approval: ApprovalAnswer }) => {
  const t = useWords()
  const turn = useTurn()
  const waiting = approval.status === 'waiting'
  const last = approval.steps.findLast(({ decision }) => decision !== null)
  const decided = [last?.decidedByName, last?.remark].filter(Boolean).join(': ')
  return (
    <Row>
      <RowWords>
        <Strong>
          <LinkBase to={`/approvals?open=${approval.id}`}>{approval.title}</LinkBase>
        </Strong>
        <Quiet>
          {[approval.reason, waiting ? t('approvals.turn', { who: turn(approval) }) : decided]
            .filter(Boolean)
            .join(' · ')}
        </Quiet>
      </RowWords>
      {waiting && <Term due={approval.nextDue} />}
      <StatusBadge resource="approvals" status={approval.status} />
    </Row>
  )
}
