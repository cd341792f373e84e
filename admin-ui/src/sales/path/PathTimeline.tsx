import { styled, useTheme } from '@mui/material/styles'
import type { DealPathAnswer } from '#server/sales/sales.contract.ts'
import { useWords } from '../../shared/i18n/words.ts'
import { Empty } from '../../shared/look/Empty.tsx'
import { groupByStage } from './group-by-stage.ts'
import { PathLine } from './PathLine.tsx'

const Groups = styled('ol')(({ theme }) => ({
  listStyle: 'none',
  margin: 0,
  padding: theme.spacing(3, 4, 4),
}))
const Group = styled('li')(({ theme }) => ({
  '& + &': { marginTop: theme.spacing(3) },
  '& > h3': {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    margin: theme.spacing(0, 0, 2),
    fontSize: theme.look.size.small,
    fontWeight: theme.look.weight.strong,
  },
  '& > h3 > i': { width: 9, height: 9, borderRadius: 999 },
  '& > ul': {
    listStyle: 'none',
    margin: 0,
    marginLeft: 4,
    padding: theme.spacing(0, 0, 0, 4),
    borderLeft: `1px solid ${theme.look.hairline}`,
  },
}))

/** The path, newest first, grouped by stage; waiting stands between the lines as a gap with its length. */
export const PathTimeline = ({ path }: { path: DealPathAnswer }) => {
  const t = useWords()
  const { look } = useTheme()
  const groups = groupByStage(path)
  if (groups.length === 0) return <Empty>{t('path.empty')}</Empty>
  return (
    <Groups>
      {groups.map(({ key, name, hue, events }) => (
        <Group key={key}>
          <h3>
            <i style={{ backgroundColor: look.hues[hue % look.hues.length]?.line }} />
            {name ?? t('path.outside')}
          </h3>
          <ul>
            {events.map(event => (
              <PathLine key={event.id} event={event} />
            ))}
          </ul>
        </Group>
      ))}
    </Groups>
  )
}
