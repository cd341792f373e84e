import { LinkBase } from 'react-admin'
import type { RequestAnswer } from '#server/requests/requests.contract.ts'
import { quantity } from '../shared/format.ts'
import { useWords } from '../shared/i18n/words.ts'
import { Quiet, Strong } from '../shared/look/parts.tsx'
import { Row, RowWords } from '../shared/look/Row.tsx'
import { StatusBadge } from '../shared/look/StatusBadge.tsx'
import { Term } from '../shared/look/Term.tsx'

const open = new Set(['new', 'taken', 'in_progress', 'short'])

/** A request to the warehouse on the deal's card: how much is picked and shipped, by whom, until when. */
export const RequestRow = ({ request }: { request: RequestAnswer }) => {
  const t = useWords()
  const lines = request.lines.map(
    ({ name, shippedQuantity, quantity: asked, unit }) =>
      `${name}: ${t('requests.shipped_of', { shipped: quantity(shippedQuantity), asked: quantity(asked), unit })}`,
  )
  return (
    <Row>
      <RowWords>
        <Strong>
          <LinkBase to={`/department-requests/${request.id}/show`}>{request.subject}</LinkBase>
        </Strong>
        <Quiet>{[request.assigneeName, request.remark, ...lines].filter(Boolean).join(' · ')}</Quiet>
      </RowWords>
      {open.has(request.status) && <Term due={request.promisedAt} overdue={request.overdue} />}
      <StatusBadge resource="department-requests" status={request.status} />
    </Row>
  )
}
