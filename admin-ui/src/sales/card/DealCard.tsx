import { styled } from '@mui/material/styles'
import { useParams } from 'react-admin'
import { Failure } from '../../shared/look/Failure.tsx'
import { Panel, Stack } from '../../shared/look/parts.tsx'
import { WaitingRows } from '../../shared/look/Waiting.tsx'
import { DealHead } from './DealHead.tsx'
import { DealNow } from './DealNow.tsx'
import { DealPapers } from './DealPapers.tsx'
import { DealPath } from './DealPath.tsx'
import { DealWork } from './DealWork.tsx'
import { LinesSection } from './LinesSection.tsx'
import { StageRibbon } from './StageRibbon.tsx'
import { useDeal, useDealPath } from './use-deal.ts'

const Columns = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(5),
  alignItems: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
  '@media (min-width: 1180px)': { gridTemplateColumns: 'minmax(0, 1fr) 380px' },
}))

/** One sale: what now, lines, papers, work of others at the left; the path at the right. */
export const DealCard = () => {
  const { id = '' } = useParams<{ id: string }>()
  const { data: deal, error, refetch } = useDeal(id)
  const path = useDealPath(id)
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (!deal)
    return (
      <Panel>
        <WaitingRows rows={10} height={56} />
      </Panel>
    )
  return (
    <>
      <DealHead deal={deal} />
      <StageRibbon path={path.data} />
      <Columns>
        <Stack gap={5}>
          <DealNow deal={deal} />
          <LinesSection deal={deal} />
          <DealPapers deal={deal} />
          <DealWork deal={deal} />
        </Stack>
        <DealPath path={path} />
      </Columns>
    </>
  )
}
