import { styled } from '@mui/material/styles'
import { LinkBase, useGetOne, useParams } from 'react-admin'
import type { LetterAnswer } from '#server/engagement/engagement.contract.ts'
import { PaperButton } from '../documents/PaperButton.tsx'
import { dayAndTime } from '../shared/format.ts'
import { useLocale, useWords } from '../shared/i18n/words.ts'
import { Failure } from '../shared/look/Failure.tsx'
import { PageHead } from '../shared/look/Head.tsx'
import { Line, Panel, Quiet, Toned } from '../shared/look/parts.tsx'
import { StatusBadge } from '../shared/look/StatusBadge.tsx'
import { WaitingRows } from '../shared/look/Waiting.tsx'

const Sheet = styled(Panel)(({ theme }) => ({
  maxWidth: 760,
  padding: theme.spacing(5),
  display: 'grid',
  gap: theme.spacing(4),
  '& p': { margin: 0, whiteSpace: 'pre-wrap', lineHeight: 1.5 },
}))

/** One letter as it left: to whom, about what, with which papers. */
export const LetterPage = () => {
  const t = useWords()
  const locale = useLocale()
  const { id = '' } = useParams<{ id: string }>()
  const { data, error, refetch } = useGetOne<LetterAnswer>('letters', { id })
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (!data)
    return (
      <Sheet>
        <WaitingRows rows={4} />
      </Sheet>
    )
  return (
    <>
      <PageHead title={data.subject} note={<StatusBadge resource="letters" status={data.status} />} />
      <Sheet>
        <Quiet>
          {t('letters.to_whom', { to: data.to })} · {dayAndTime(data.sentAt ?? data.createdAt, locale)}
          {data.dealId && (
            <>
              {' · '}
              <LinkBase to={`/deals/${data.dealId}/show`}>{data.companyName ?? t('one.deals')}</LinkBase>
            </>
          )}
        </Quiet>
        {data.problem && <Toned mood="late">{data.problem}</Toned>}
        <p>{data.text}</p>
        {data.files.map(file => (
          <Line key={file.id} gap={2} wrap>
            <Quiet>{file.name}</Quiet>
            <PaperButton fileId={file.id} title={file.name} />
          </Line>
        ))}
      </Sheet>
    </>
  )
}
