import ButtonBase from '@mui/material/ButtonBase'
import { styled } from '@mui/material/styles'
import { Quiet } from '../look/parts.tsx'

const Row = styled('li')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: theme.spacing(4),
  padding: theme.spacing(1.5, 2.5),
}))
const Group = styled('div')(({ theme }) => ({
  display: 'flex',
  border: `1px solid ${theme.look.hairline}`,
  borderRadius: theme.look.corner,
  maxWidth: '100%',
  overflowX: 'auto',
  scrollbarWidth: 'none',
}))
const Option = styled(ButtonBase)(({ theme }) => ({
  flex: '0 0 auto',
  minHeight: 28,
  padding: theme.spacing(0, 2.5),
  whiteSpace: 'nowrap',
  fontFamily: 'inherit',
  fontSize: theme.look.size.small,
  color: theme.look.ink2,
  '&[aria-pressed="true"]': { backgroundColor: theme.look.chosen, color: theme.look.ink },
  '&.Mui-focusVisible': { outlineOffset: -2 },
  '@media (pointer: coarse)': { minHeight: 42 },
}))

interface ChoiceProps<T extends string> {
  name: string
  value: T
  options: readonly (readonly [T, string])[]
  onChoose: (value: T) => void
}

/** A few values side by side, the chosen one pressed. */
export const Segments = <T extends string>({ name, value, options, onChoose }: ChoiceProps<T>) => (
  <Group role="group" aria-label={name}>
    {options.map(([key, word]) => (
      <Option key={key} aria-pressed={key === value} onClick={() => onChoose(key)}>
        {word}
      </Option>
    ))}
  </Group>
)

/** The same with its name, as a line of a menu. */
export const Choice = <T extends string>(props: ChoiceProps<T>) => (
  <Row role="none">
    <Quiet>{props.name}</Quiet>
    <Segments {...props} />
  </Row>
)
