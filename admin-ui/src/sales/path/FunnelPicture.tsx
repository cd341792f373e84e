import { styled } from '@mui/material/styles'
import type { DealPathAnswer } from '#server/sales/sales.contract.ts'
import { useWords } from '../../shared/i18n/words.ts'
import { Quiet } from '../../shared/look/parts.tsx'
import { PictureNode } from './PictureNode.tsx'

const Scroll = styled('figure')(({ theme }) => ({
  margin: 0,
  padding: theme.spacing(4),
  overflowX: 'auto',
  '& svg': { display: 'block', width: '100%', height: 'auto', minWidth: 1100 },
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
  const { width, height, nodeWidth, nodeHeight } = path.picture
  return (
    <Scroll>
      <svg
        viewBox={`${-margin} ${-margin} ${width + 2 * margin} ${height + 2 * margin}`}
        role="img"
        aria-label={t('deals.ribbon', { funnel: path.funnelName, version: path.versionNumber })}
      >
        {edges.map(({ from, to, path: d, passed }) => (
          <Edge key={`${from}>${to}`} d={d} passed={passed} />
        ))}
        {nodes.map(node => (
          <PictureNode key={node.stage} node={node} width={nodeWidth} height={nodeHeight} />
        ))}
      </svg>
      {rules.length > 0 && (
        <figcaption>
          <Quiet>{t('path.rules')}</Quiet>
          <ul>
            {rules.map(({ stage, sentence }) => (
              <li key={sentence}>
                {stage && <Quiet>{nodes.find(node => node.stage === stage)?.name ?? stage}: </Quiet>}
                {sentence}
              </li>
            ))}
          </ul>
        </figcaption>
      )}
    </Scroll>
  )
}
