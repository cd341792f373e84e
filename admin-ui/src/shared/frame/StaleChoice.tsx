import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { styled } from '@mui/material/styles'
import { useState } from 'react'
import { useWordOf, useWords } from '../i18n/words.ts'
import { Quiet, Stack } from '../look/parts.tsx'
import { conflictsOf, keptOf } from '../verbs/conflict.ts'
import { type StaleQuestion, useStaleQuestion } from '../verbs/stale-question.ts'

const Field = styled('fieldset')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(1),
  margin: 0,
  padding: 0,
  border: 0,
  '& legend': { padding: 0, marginBottom: theme.spacing(1), fontWeight: theme.look.weight.medium },
  '& label': { display: 'flex', gap: theme.spacing(2), alignItems: 'baseline' },
  '& input': { accentColor: theme.look.accent },
}))

const shown = (value: unknown): string =>
  Array.isArray(value) ? value.map(shown).join(', ') : String(value ?? '—')
const snake = (field: string): string => field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** Somebody was first: both values of each field, with a choice. */
export const StaleChoice = () => {
  const question = useStaleQuestion()
  return question && <Choice key={question.stale.problem.ref} {...question} />
}

const Choice = ({ stale, theirs, answer }: StaleQuestion) => {
  const t = useWords()
  const word = useWordOf()
  const conflicts = conflictsOf(stale.mine, theirs)
  const [mine, setMine] = useState<ReadonlySet<string>>(() => new Set(conflicts.map(({ field }) => field)))
  const choose = (field: string, own: boolean) =>
    setMine(before => new Set(own ? [...before, field] : [...before].filter(one => one !== field)))
  return (
    <Dialog open onClose={() => answer(null)} fullWidth maxWidth="sm" role="alertdialog">
      <DialogTitle>{t('stale.title')}</DialogTitle>
      <DialogContent>
        <Stack gap={4}>
          <Quiet>{t('stale.explain')}</Quiet>
          {conflicts.map(({ field, mine: wanted, theirs: there }) => (
            <Field key={field}>
              <legend>{word('audit.field', snake(field))}</legend>
              <label>
                <input
                  type="radio"
                  name={field}
                  checked={mine.has(field)}
                  onChange={() => choose(field, true)}
                />
                <span>
                  {shown(wanted)} <Quiet>{t('stale.mine')}</Quiet>
                </span>
              </label>
              <label>
                <input
                  type="radio"
                  name={field}
                  checked={!mine.has(field)}
                  onChange={() => choose(field, false)}
                />
                <span>
                  {shown(there)} <Quiet>{t('stale.theirs')}</Quiet>
                </span>
              </label>
            </Field>
          ))}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={() => answer(null)}>
          {t('stale.leave')}
        </Button>
        <Button variant="contained" onClick={() => answer(keptOf(conflicts, mine))}>
          {t('action.save')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
