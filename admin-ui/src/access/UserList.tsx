import Add from '@mui/icons-material/AddOutlined'
import Button from '@mui/material/Button'
import { DataTable, LinkBase } from 'react-admin'
import type { UserAnswer } from '#server/access/access.contract.ts'
import { percent } from '../shared/format.ts'
import { useWordOf, useWords } from '../shared/i18n/words.ts'
import { ListPage } from '../shared/list/ListPage.tsx'
import { ListSearch } from '../shared/list/ListSearch.tsx'
import { RowLink } from '../shared/list/RowLink.tsx'
import { Table } from '../shared/list/Table.tsx'
import { Badge } from '../shared/look/parts.tsx'

const Col = DataTable.Col<UserAnswer>

/** People of the company who sign in, with what each may do. */
export const UserList = () => {
  const t = useWords()
  const word = useWordOf()
  const roles = (user: UserAnswer) => user.roles.map(role => word('roles', role)).join(', ')
  const state = ({ active, atWork }: UserAnswer) =>
    active ? (
      <Badge mood={atWork ? 'done' : 'other'}>{t(atWork ? 'users.at_work' : 'users.away')}</Badge>
    ) : (
      <Badge mood="late">{t('users.inactive')}</Badge>
    )
  return (
    <ListPage<UserAnswer>
      resource="users"
      title={t('rooms.users')}
      sort={{ field: 'name', order: 'ASC' }}
      empty={t('users.empty')}
      filters={<ListSearch label={t('users.search')} />}
      actions={
        <Button component={LinkBase} to="/users/create" variant="contained" startIcon={<Add />}>
          {t('users.new')}
        </Button>
      }
      phone={user => ({ to: `/users/${user.id}`, title: user.name, note: roles(user), right: state(user) })}
    >
      <Table rowClick="edit">
        <Col
          source="name"
          label={t('field.name')}
          render={({ id, name }) => <RowLink to={`/users/${id}`}>{name}</RowLink>}
        />
        <Col source="login" label={t('login.login')} />
        <Col source="roles" label={t('users.roles')} disableSort render={roles} />
        <Col source="position" label={t('companies.position')} disableSort />
        <Col
          source="discountLimitPercent"
          label={t('users.limit')}
          className="n"
          disableSort
          render={user => percent(user.discountLimitPercent)}
        />
        <Col source="active" label={t('field.status')} disableSort render={state} />
      </Table>
    </ListPage>
  )
}
