import CheckCircle from '@mui/icons-material/CheckCircleOutlined'
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import PanTool from '@mui/icons-material/FrontHandOutlined'
import HourglassEmpty from '@mui/icons-material/HourglassEmptyOutlined'
import type { Mood } from '../../theme/look.ts'
import { useWordOf } from '../i18n/words.ts'
import { Badge } from './parts.tsx'

const icons = { you: PanTool, late: ErrorOutline, done: CheckCircle, other: HourglassEmpty } as const

/** What a state means to who looks; a state not listed means nothing in particular. */
const moods: Record<string, Record<string, Mood>> = {
  offers: {
    awaiting_approval: 'other',
    approved: 'you',
    sent: 'other',
    accepted: 'done',
    declined: 'late',
    expired: 'late',
  },
  invoices: {
    awaiting_approval: 'other',
    issued: 'other',
    partly_paid: 'other',
    paid: 'done',
    overdue: 'late',
  },
  contracts: { awaiting_approval: 'other', approved: 'you', signed: 'done', terminated: 'late' },
  approvals: { waiting: 'other', approved: 'done', rejected: 'late' },
  'department-requests': {
    new: 'you',
    taken: 'other',
    in_progress: 'other',
    short: 'late',
    done: 'done',
    refused: 'late',
  },
  payments: { unmatched: 'you', partly: 'you', matched: 'done' },
  letters: { kept: 'other', waiting: 'other', sent: 'done', refused: 'late' },
  inquiries: { new: 'you', assigned: 'you', in_deal: 'done' },
  deals: { won: 'done', lost: 'late' },
  tasks: { done: 'done' },
}

/** The state of a record in a word of the business, its icon and its colour. */
export const StatusBadge = ({ resource, status }: { resource: string; status: string }) => {
  const word = useWordOf()
  const mood = moods[resource]?.[status] ?? 'none'
  const Icon = mood === 'none' ? null : icons[mood]
  return (
    <Badge mood={mood}>
      {Icon && <Icon />}
      {word(`status.${resource}`, status)}
    </Badge>
  )
}
