import { Navigate, type RaRecord, useGetOne, useParams, useResourceContext } from 'react-admin'
import { Failure } from '../shared/look/Failure.tsx'
import { Panel } from '../shared/look/parts.tsx'
import { WaitingRows } from '../shared/look/Waiting.tsx'

interface OfADeal extends RaRecord {
  dealId: string | null
  companyId: string
}

/** A link to an offer or a contract leads to the deal it belongs to. */
export const ToDeal = () => {
  const resource = useResourceContext() ?? ''
  const { id = '' } = useParams<{ id: string }>()
  const { data, error, refetch } = useGetOne<OfADeal>(resource, { id })
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (!data)
    return (
      <Panel>
        <WaitingRows />
      </Panel>
    )
  return (
    <Navigate
      to={data.dealId ? `/deals/${data.dealId}/show?do=papers` : `/companies/${data.companyId}/show`}
      replace
    />
  )
}
