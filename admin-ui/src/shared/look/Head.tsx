import { styled } from '@mui/material/styles'
import { type ReactNode, useEffect } from 'react'
import { useWords } from '../i18n/words.ts'
import { Line, Panel, Quiet } from './parts.tsx'

const Row = styled('header')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  flexWrap: 'wrap',
  gap: theme.spacing(2, 3),
  marginBottom: theme.spacing(4),
  minHeight: 36,
  '& h1': {
    margin: 0,
    fontSize: theme.look.size.title,
    fontWeight: theme.look.weight.strong,
    lineHeight: 1.2,
  },
}))

interface PageHeadProps {
  title: string
  /** Beside the title: a count, a state. */
  note?: ReactNode
  /** To the right: what one can do here. */
  children?: ReactNode
}

/** The page's name, said once: here and in the browser's tab. */
export const PageHead = ({ title, note, children }: PageHeadProps) => {
  const product = useWords()('frame.product')
  useEffect(() => {
    document.title = `${title} — ${product}`
  }, [title, product])
  return (
    <Row>
      <h1>{title}</h1>
      {note && <Quiet>{note}</Quiet>}
      <Line gap={2} wrap style={{ flex: '1 1 auto', justifyContent: 'flex-end' }}>
        {children}
      </Line>
    </Row>
  )
}

const Title = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(2),
  minHeight: 44,
  padding: theme.spacing(1, 4),
  borderBottom: `1px solid ${theme.look.hairline}`,
  '& h2': {
    margin: 0,
    fontSize: theme.look.size.body,
    fontWeight: theme.look.weight.strong,
    lineHeight: 1.3,
  },
}))
const Body = styled('div')(({ theme }) => ({ padding: theme.spacing(4) }))

interface SectionProps {
  title: string
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
  /** Rows go to the edge; text keeps its distance. */
  flush?: boolean
}

/** A panel with a name. */
export const Section = ({ title, note, actions, children, flush = false }: SectionProps) => (
  <Panel aria-label={title}>
    <Title>
      <h2>{title}</h2>
      {note && <Quiet>{note}</Quiet>}
      {actions && (
        <Line gap={2} style={{ marginLeft: 'auto' }}>
          {actions}
        </Line>
      )}
    </Title>
    {flush ? children : <Body>{children}</Body>}
  </Panel>
)
