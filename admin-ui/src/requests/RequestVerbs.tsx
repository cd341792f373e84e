import LocalShipping from '@mui/icons-material/LocalShippingOutlined'
import { required, TextInput } from 'react-admin'
import { isPositive } from '#domain/shared/quantity.ts'
import type { RequestAnswer } from '#server/requests/requests.contract.ts'
import { useWords } from '../shared/i18n/words.ts'
import { Line } from '../shared/look/parts.tsx'
import { AskButton } from '../shared/verbs/AskButton.tsx'
import { VerbButton } from '../shared/verbs/VerbButton.tsx'
import { readyToShip } from './picking.ts'
import { TakeButton } from './TakeButton.tsx'

/** What happens to the request as a whole: taken, shipped in part or in full, done, refused, cancelled. */
export const RequestVerbs = ({ request }: { request: RequestAnswer }) => {
  const t = useWords()
  const something = request.lines.some(line => isPositive(readyToShip(line)))
  const reason = (
    <TextInput source="reason" label={t('field.reason')} validate={required()} multiline autoFocus />
  )
  return (
    <Line gap={2} wrap>
      <TakeButton request={request} />
      {something && (
        <VerbButton
          resource="department-requests"
          record={request}
          verb="ship"
          label="requests.ship"
          done="requests.shipped_said"
          variant="contained"
          size="large"
          icon={<LocalShipping />}
        />
      )}
      <VerbButton
        resource="department-requests"
        record={request}
        verb="done"
        label="requests.done"
        size="large"
      />
      <AskButton
        resource="department-requests"
        record={request}
        verb="refuse"
        label="requests.refuse"
        color="error"
        size="large"
      >
        {reason}
      </AskButton>
      <AskButton
        resource="department-requests"
        record={request}
        verb="cancel"
        label="requests.cancel"
        color="error"
        size="large"
      >
        {reason}
      </AskButton>
    </Line>
  )
}
