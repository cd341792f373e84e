import type { ApprovalAnswer } from '#server/approvals/approvals.contract.ts'
import type { ReservationAnswer } from '#server/catalog/catalog.contract.ts'
import type { LetterAnswer, TaskAnswer } from '#server/engagement/engagement.contract.ts'
import type { RequestAnswer, ShipmentAnswer } from '#server/requests/requests.contract.ts'
import type { DealAnswer } from '#server/sales/sales.contract.ts'
import { ApprovalRow } from '../../approvals/ApprovalRow.tsx'
import { ReservationRow } from '../../catalog/ReservationRow.tsx'
import { LetterRow } from '../../engagement/LetterRow.tsx'
import { TaskRow } from '../../engagement/TaskRow.tsx'
import { RequestRow } from '../../requests/RequestRow.tsx'
import { ShipmentRow } from '../../requests/ShipmentRow.tsx'
import { useWords } from '../../shared/i18n/words.ts'
import { Related } from '../../shared/list/Related.tsx'

/** What others do for this deal: approvals, requests and shipments, tasks, letters. Sections without rows are not shown. */
export const DealWork = ({ deal }: { deal: DealAnswer }) => {
  const t = useWords()
  const filter = { dealId: deal.id }
  return (
    <>
      <Related<ReservationAnswer>
        resource="reservations"
        title={t('catalog.reservations')}
        filter={{ ...filter, status: 'active' }}
        row={reservation => <ReservationRow key={reservation.id} reservation={reservation} />}
      />
      <Related<ApprovalAnswer>
        resource="approvals"
        title={t('rooms.approvals')}
        filter={filter}
        row={approval => <ApprovalRow key={approval.id} approval={approval} />}
      />
      <Related<RequestAnswer>
        resource="department-requests"
        title={t('requests.title')}
        filter={filter}
        row={request => <RequestRow key={request.id} request={request} />}
      />
      <Related<ShipmentAnswer>
        resource="shipments"
        title={t('requests.shipments')}
        filter={filter}
        row={shipment => <ShipmentRow key={shipment.id} shipment={shipment} />}
      />
      <Related<TaskAnswer>
        resource="tasks"
        title={t('rooms.tasks')}
        filter={filter}
        row={task => <TaskRow key={task.id} task={task} />}
      />
      <Related<LetterAnswer>
        resource="letters"
        title={t('rooms.letters')}
        filter={filter}
        row={letter => <LetterRow key={letter.id} letter={letter} />}
      />
    </>
  )
}
