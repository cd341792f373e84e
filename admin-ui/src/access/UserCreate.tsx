import { regex, required, TextInput } from 'react-admin'
import { CreatePage } from '../shared/form/CreatePage.tsx'
import { useWords } from '../shared/i18n/words.ts'
import { UserFields } from './UserFields.tsx'

/** A new colleague. */
export const UserCreate = () => {
  const t = useWords()
  return (
    <CreatePage
      resource="users"
      title={t('users.new')}
      defaults={{ roles: ['manager'] }}
      after={() => '/users'}
    >
      <TextInput
        source="login"
        label={t('login.login')}
        autoFocus
        autoComplete="off"
        validate={[required(), regex(/^[a-z0-9._-]{2,60}$/, t('users.login_shape'))]}
      />
      <UserFields known={false} />
    </CreatePage>
  )
}
