import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { Form, type RaRecord, useDataProvider, useNavigate } from 'react-admin'
import { useFormContext, useFormState } from 'react-hook-form'
import { Refusal } from '../data/problem.ts'
import { useWords } from '../i18n/words.ts'
import { PageHead } from '../look/Head.tsx'
import { Line, Panel, Stack } from '../look/parts.tsx'
import { RefusalWords } from '../look/RefusalWords.tsx'

const Sheet = styled(Panel)(({ theme }) => ({ maxWidth: 640, padding: theme.spacing(5) }))

interface CreatePageProps {
  resource: string
  title: string
  defaults?: object
  /** Brings what was filled in to the shape of the contract. */
  bodyOf?: (values: Record<string, unknown>) => object
  after: (record: RaRecord) => string
  /** Shown under the form when the server refuses, beside its words. */
  refused?: (refusal: Refusal) => ReactNode
  children: ReactNode
}

/** A new record: errors beside their fields, the server's answer before the page moves on. */
export const CreatePage = ({
  resource,
  title,
  defaults,
  bodyOf,
  after,
  refused,
  children,
}: CreatePageProps) => {
  const provider = useDataProvider()
  const client = useQueryClient()
  const navigate = useNavigate()
  const key = useRef(crypto.randomUUID())
  const [error, setError] = useState<unknown>()
  const save = async (values: Record<string, unknown>) => {
    setError(undefined)
    try {
      const { data } = await provider.create(resource, {
        data: bodyOf ? bodyOf(values) : filled(values),
        meta: { key: key.current },
      })
      await client.invalidateQueries()
      navigate(after(data))
      return undefined
    } catch (problem) {
      // Another body needs another key; a lost answer is asked for again with the same one.
      if (problem instanceof Refusal) key.current = crypto.randomUUID()
      setError(problem)
      return problem instanceof Refusal ? Object(problem.body?.errors) : undefined
    }
  }
  return (
    <>
      <PageHead title={title} />
      <Sheet>
        <Form defaultValues={defaults} onSubmit={save} warnWhenUnsavedChanges={false}>
          <Stack gap={4}>
            {children}
            {error !== undefined && (
              <div role="alert">
                <RefusalWords error={error} />
                {error instanceof Refusal && refused?.(error)}
              </div>
            )}
            <SaveLine />
          </Stack>
        </Form>
      </Sheet>
    </>
  )
}

const filled = (values: Record<string, unknown>): object =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  )

const SaveLine = () => {
  const t = useWords()
  const navigate = useNavigate()
  const { control } = useFormContext()
  const { isSubmitting } = useFormState({ control })
  return (
    <Line gap={2} style={{ justifyContent: 'flex-end' }}>
      <Button color="inherit" onClick={() => navigate(-1)}>
        {t('action.cancel')}
      </Button>
      <Button type="submit" variant="contained" loading={isSubmitting}>
        {t('action.save')}
      </Button>
    </Line>
  )
}
