import ArrowBack from '@mui/icons-material/ArrowBackOutlined'
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { LinkBase, useGetOne } from 'react-admin'
import type { ApprovalAnswer } from '#server/approvals/approvals.contract.ts'
import { fileUrl, PaperFrame } from '../documents/PaperDrawer.tsx'
import { money } from '../shared/format.ts'
import { useWords } from '../shared/i18n/words.ts'
import { Failure } from '../shared/look/Failure.tsx'
import { Digits, Panel, Quiet, Strong } from '../shared/look/parts.tsx'
import { WaitingRows } from '../shared/look/Waiting.tsx'
import { DecisionBar } from './DecisionBar.tsx'
import { Steps } from './Steps.tsx'

const Sheet = styled(Panel)(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  overflow: 'hidden',
  height: 'calc(100dvh - 148px)',
  minHeight: 480,
  position: 'sticky',
  top: 72,
  [theme.breakpoints.down('md')]: { height: 'auto', minHeight: 0, position: 'static', paddingBottom: 64 },
}))
const Facts = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(1),
  padding: theme.spacing(3, 4),
  borderBottom: `1px solid ${theme.look.hairline}`,
}))
const Paper = styled(PaperFrame)(({ theme }) => ({
  [theme.breakpoints.down('md')]: { minHeight: '58dvh' },
}))

interface ApprovalSheetProps {
  id: string
  onClose?: () => void
  onDecided: (approval: ApprovalAnswer) => void
}

/** One document to decide on: why, how much, who decided before, the paper itself, the buttons. */
export const ApprovalSheet = ({ id, onClose, onDecided }: ApprovalSheetProps) => {
  const t = useWords()
  const { data, error, refetch } = useGetOne<ApprovalAnswer>('approvals', { id })
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (!data)
    return (
      <Sheet>
        <WaitingRows rows={4} />
      </Sheet>
    )
  return (
    <>
      {onClose && (
        <Button color="inherit" startIcon={<ArrowBack />} onClick={onClose} style={{ marginBottom: 8 }}>
          {t('rooms.approvals')}
        </Button>
      )}
      <Sheet aria-label={data.title}>
        <Facts>
          <Strong>{data.title}</Strong>
          <span>
            {data.companyName}
            {data.amountKopecks !== null && (
              <>
                {' · '}
                <Digits>{money(data.amountKopecks)}</Digits>
              </>
            )}
            {data.dealId && (
              <>
                {' · '}
                <LinkBase to={`/deals/${data.dealId}/show`}>{t('one.deals')}</LinkBase>
              </>
            )}
          </span>
          <Quiet>
            {[data.reason, data.authorName && t('approvals.author', { name: data.authorName })]
              .filter(Boolean)
              .join(' · ')}
          </Quiet>
          <Steps approval={data} />
        </Facts>
        {data.fileId ? (
          <Paper src={fileUrl(data.fileId)} title={data.title} />
        ) : (
          <Quiet style={{ padding: 16, flex: 1 }}>{t('approvals.no_file')}</Quiet>
        )}
        <DecisionBar approval={data} onDecided={() => onDecided(data)} />
      </Sheet>
    </>
  )
}
