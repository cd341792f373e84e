import { problemOf } from '../data/problem.ts'
import { useWords } from '../i18n/words.ts'
import { CopyCode } from './CopyCode.tsx'
import { Line } from './parts.tsx'

/** A refusal in its own words with the code to copy, for a notice. */
export const RefusalWords = ({ error }: { error: unknown }) => {
  const t = useWords()
  const { code, detail, title, errors, ref } = problemOf(error)
  const words = code === 'NoConnection' ? t('failure.no_connection') : detail || title || t('failure.title')
  return (
    <Line gap={3} wrap>
      <span>
        {words} {errors.map(({ path, message }) => `${path}: ${message}`).join(' ')}
      </span>
      <CopyCode code={code} reference={ref} />
    </Line>
  )
}
