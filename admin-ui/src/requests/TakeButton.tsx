import type { RequestAnswer } from '#server/requests/requests.contract.ts'
import { VerbButton } from '../shared/verbs/VerbButton.tsx'

/** «Беру»: the request has a person from now on. */
export const TakeButton = ({ request }: { request: RequestAnswer }) => (
  <VerbButton
    resource="department-requests"
    record={request}
    verb="take"
    label="requests.take"
    done="requests.taken_said"
    variant="contained"
  />
)
