import { styled, useTheme } from '@mui/material/styles'
import type { DealAnswer } from '#server/sales/sales.contract.ts'
import { Line, OneLine } from '../shared/look/parts.tsx'

const Dot = styled('i')({ width: 8, height: 8, borderRadius: 999, flex: 'none' })

/** A stage by its name, with its quiet hue. */
export const StageMark = ({ deal }: { deal: Pick<DealAnswer, 'stageName' | 'stageHue'> }) => {
  const { look } = useTheme()
  return (
    <Line gap={2}>
      <Dot style={{ backgroundColor: look.hues[deal.stageHue % look.hues.length]?.line }} />
      <OneLine>{deal.stageName}</OneLine>
    </Line>
  )
}
