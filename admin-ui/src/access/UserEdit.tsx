import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useState } from 'react'
import {
  AutocompleteInput,
  BooleanInput,
  DateTimeInput,
  Form,
  ReferenceInput,
  useGetOne,
  useNavigate,
  useParams,
} from 'react-admin'
import type { UserAnswer } from '#server/access/access.contract.ts'
import { useWords } from '../shared/i18n/words.ts'
import { Failure } from '../shared/look/Failure.tsx'
import { PageHead } from '../shared/look/Head.tsx'
import { Panel, Stack } from '../shared/look/parts.tsx'
import { WaitingRows } from '../shared/look/Waiting.tsx'
import { useSaving } from '../shared/verbs/use-saving.tsx'
import { UserFields } from './UserFields.tsx'

const Sheet = styled(Panel)(({ theme }) => ({ maxWidth: 640, padding: theme.spacing(5) }))
/** What ChangeUser of the contract takes. */
const changeable = [
  'name',
  'position',
  'email',
  'phone',
  'roles',
  'departmentId',
  'headId',
  'active',
  'atWork',
  'standInId',
  'standInUntil',
  'discountLimitPercent',
  'password',
] as const

/** A colleague: roles, head, stand-in while away, active or not. */
export const UserEdit = () => {
  const { id = '' } = useParams<{ id: string }>()
  const { data, error, refetch } = useGetOne<UserAnswer>('users', { id })
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (!data)
    return (
      <Sheet>
        <WaitingRows />
      </Sheet>
    )
  return (
    <>
      <PageHead title={data.name} note={data.login} />
      <Sheet>
        <UserForm key={data.id} user={data} />
      </Sheet>
    </>
  )
}

/** What was there when the page opened: a change of somebody else must not wipe what is being typed. */
const UserForm = ({ user }: { user: UserAnswer }) => {
  const t = useWords()
  const navigate = useNavigate()
  const [seen] = useState(user)
  const { attempt, change } = useSaving()
  const save = async (values: Record<string, unknown>) => {
    const { password, standInUntil, ...rest } = values
    const until = standInUntil ? new Date(String(standInUntil)).toISOString() : null
    const told = { ...rest, standInUntil: until, ...(password ? { password } : {}) }
    const body = Object.fromEntries(
      Object.entries(told).filter(([key]) => changeable.some(one => one === key)),
    )
    const errors = await attempt(() => change('users', seen, body))
    if (!errors) navigate('/users')
    return errors
  }
  return (
    <Form record={seen} onSubmit={save}>
      <Stack gap={4}>
        <BooleanInput source="active" label={t('users.active')} />
        <BooleanInput source="atWork" label={t('users.at_work_label')} />
        <UserFields known />
        <ReferenceInput
          source="standInId"
          reference="users"
          filter={{ active: true }}
          sort={{ field: 'name', order: 'ASC' }}
        >
          <AutocompleteInput
            label={t('users.stand_in')}
            optionText="name"
            filterToQuery={(q: string) => (q ? { q } : {})}
          />
        </ReferenceInput>
        <DateTimeInput source="standInUntil" label={t('users.stand_in_until')} />
        <Button type="submit" variant="contained" style={{ justifySelf: 'end', alignSelf: 'flex-end' }}>
          {t('action.save')}
        </Button>
      </Stack>
    </Form>
  )
}
