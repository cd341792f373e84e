import { useGetOne, useParams } from 'react-admin'
import type { RequestAnswer, ShipmentAnswer } from '#server/requests/requests.contract.ts'
import { useWords } from '../shared/i18n/words.ts'
import { Related } from '../shared/list/Related.tsx'
import { Failure } from '../shared/look/Failure.tsx'
import { PageHead } from '../shared/look/Head.tsx'
import { Panel, Quiet, Stack, Toned } from '../shared/look/parts.tsx'
import { StatusBadge } from '../shared/look/StatusBadge.tsx'
import { Term } from '../shared/look/Term.tsx'
import { WaitingRows } from '../shared/look/Waiting.tsx'
import { PickList } from './PickList.tsx'
import { RequestVerbs } from './RequestVerbs.tsx'
import { ShipmentRow } from './ShipmentRow.tsx'

/** One request as a pick list: no prices, big rows, the scan field in focus. */
export const PickPage = () => {
  const t = useWords()
  const { id = '' } = useParams<{ id: string }>()
  const { data, error, refetch } = useGetOne<RequestAnswer>('department-requests', { id })
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (!data)
    return (
      <Panel>
        <WaitingRows rows={5} height={64} />
      </Panel>
    )
  return (
    <>
      <PageHead title={data.companyName} note={data.subject}>
        <Term due={data.promisedAt} overdue={data.overdue} />
        <StatusBadge resource="department-requests" status={data.status} />
      </PageHead>
      <Stack gap={5}>
        {data.remark && <Toned mood="you">{data.remark}</Toned>}
        {data.assigneeName && <Quiet>{t('requests.by', { name: data.assigneeName })}</Quiet>}
        <PickList request={data} />
        <RequestVerbs request={data} />
        <Related<ShipmentAnswer>
          resource="shipments"
          title={t('requests.shipments')}
          filter={{ requestId: data.id }}
          row={shipment => <ShipmentRow key={shipment.id} shipment={shipment} />}
        />
      </Stack>
    </>
  )
}
