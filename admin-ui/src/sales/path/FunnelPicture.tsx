import { styled } from '@mui/material/styles'
import { NODE_HEIGHT, NODE_WIDTH } from '#domain/sales/lay-out-funnel.ts'
import type { DealPathAnswer } from '#server/sales/sales.contract.ts'
import { useWords } from '../../shared/i18n/words.ts'
import { Quiet } from '../../shared/look/parts.tsx'
import { edgePath } from './edge-path.ts'
import { PictureNode } from './PictureNode.tsx'

const Scroll = styled('figure')(({ theme }) => ({
  margin: 0,
  padding: theme.spacing(4),
  overflowX: 'auto',
  '& svg': { display: 'block', height: 'auto', minWidth: 900 },
  '& ul': { margin: theme.spacing(4, 0, 0), paddingLeft: theme.spacing(5) },
  '& li': { marginBottom: theme.spacing(1) },
}))
const Edge = styled('path', { shouldForwardProp: name => name !== 'passed' })<{ passed: boolean }>(
  ({ theme, passed }) => ({
    fill: 'none',
    stroke: passed ? theme.look.accent : theme.look.hairline,
    strokeWidth: passed ? 2 : 1.5,
  }),
)
const margin = 8

/** The funnel left to right: passed stages with their time, the present one outlined, the future pale. */
export const FunnelPicture = ({ path }: { path: DealPathAnswer }) => {
  const t = useWords()
  const { nodes, edges, rules } = path
  const places = new Map(nodes.map(node => [node.stage, node]))
  const width = Math.max(...nodes.map(({ x }) => x)) + NODE_WIDTH + margin * 2
  const height = Math.max(...nodes.map(({ y }) => y)) + NODE_HEIGHT + margin * 2 + 40
  return (
    <Scroll>
      <svg
        viewBox={`${-margin} ${-margin} ${width} ${height}`}
        width={width}
        role="img"
        aria-label={t('deals.ribbon', { funnel: path.funnelName, version: path.versionNumber })}
      >
        {edges.map(({ from, to, passed }) => {
          const [a, b] = [places.get(from), places.get(to)]
          return a && b && <Edge key={`${from}>${to}`} d={edgePath(a, b)} passed={passed} />
        })}
        {nodes.map(node => (
          <PictureNode key={node.stage} node={node} />
        ))}
      </svg>
      {rules.length > 0 && (
        <figcaption>
          <Quiet>{t('path.rules')}</Quiet>
          <ul>
            {rules.map(({ stage, sentence }) => (
              <li key={sentence}>
                {stage && <Quiet>{places.get(stage)?.name ?? stage}: </Quiet>}
                {sentence}
              </li>
            ))}
          </ul>
        </figcaption>
      )}
    </Scroll>
  )
}
