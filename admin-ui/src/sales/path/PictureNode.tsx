import { styled, useTheme } from '@mui/material/styles'
import type { DealPathAnswer } from '#server/sales/sales.contract.ts'
import { span, workingTime } from '../../shared/format.ts'
import { useLocale, useWords } from '../../shared/i18n/words.ts'

const Group = styled('g')(({ theme }) => ({
  '& rect': { fill: theme.look.surface, stroke: theme.look.hairline },
  '& text': { fill: theme.look.ink, fontSize: theme.look.size.body, fontFamily: theme.look.family },
  '& text + text': { fill: theme.look.ink2, fontSize: theme.look.size.tiny },
  '&[data-state="future"]': { opacity: 0.62 },
  '&[data-state="now"] rect': { stroke: theme.look.accent, strokeWidth: 2.5 },
  '&[data-state="now"] text:first-of-type': { fontWeight: theme.look.weight.strong },
}))

/** Eighteen letters fit; the whole name is the tooltip. */
const short = (name: string): string => (name.length > 18 ? `${name.slice(0, 17)}…` : name)

interface PictureNodeProps {
  node: DealPathAnswer['nodes'][number]
  width: number
  height: number
}

/** One stage of the picture: name, time spent or usual, its hue. */
export const PictureNode = ({ node, width, height }: PictureNodeProps) => {
  const t = useWords()
  const locale = useLocale()
  const { look } = useTheme()
  const { x, y, name, state, hue, spentMs, normWorkingMinutes } = node
  const norm =
    normWorkingMinutes === null ? '' : t('deals.norm', { term: workingTime(normWorkingMinutes, locale) })
  return (
    <Group data-state={state} transform={`translate(${x} ${y})`}>
      <title>{name}</title>
      <rect width={width} height={height} rx={look.corner} />
      <path
        d={`M4 8V${height - 8}`}
        stroke={look.hues[hue % look.hues.length]?.line}
        strokeWidth={4}
        strokeLinecap="round"
      />
      <text x={16} y={24}>
        {short(name)}
      </text>
      <text x={16} y={43}>
        {spentMs === null ? norm : span(spentMs, locale)}
      </text>
    </Group>
  )
}
