import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { type InputProps, useInput } from 'react-admin'
import { formatKopecks, kopecksToNumber, parseKopecks } from '#domain/shared/kopecks.ts'

const shown = (kopecks: unknown): string =>
  typeof kopecks === 'number' ? formatKopecks(BigInt(kopecks)) : ''

/** A sum in roubles as people type it («1 234,56», «1234.5»); the value is integer kopecks, NaN until it reads as a sum. */
export const MoneyInput = ({ helperText, ...props }: InputProps & { label: string; autoFocus?: boolean }) => {
  const { field, fieldState, isRequired } = useInput(props)
  const [text, setText] = useState(() => shown(field.value))
  const settle = () => {
    field.onBlur()
    const kopecks = parseKopecks(text)
    if (kopecks !== null) setText(formatKopecks(kopecks))
  }
  return (
    <TextField
      label={props.label}
      required={isRequired}
      autoFocus={props.autoFocus ?? false}
      value={text}
      slotProps={{
        htmlInput: { inputMode: 'decimal', style: { textAlign: 'right' } },
        input: { endAdornment: <span style={{ marginLeft: 6 }}>₽</span> },
      }}
      onChange={event => {
        const kopecks = parseKopecks(event.target.value)
        setText(event.target.value)
        field.onChange(kopecks === null ? null : kopecksToNumber(kopecks))
      }}
      onBlur={settle}
      error={fieldState.invalid}
      helperText={fieldState.error?.message?.replace('@@react-admin@@', '').replaceAll('"', '') ?? helperText}
    />
  )
}
