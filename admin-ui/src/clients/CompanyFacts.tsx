import Edit from '@mui/icons-material/EditOutlined'
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { Fragment, useState } from 'react'
import { required, SelectInput, TextArrayInput, TextInput } from 'react-admin'
import type { CompanyAnswer } from '#server/clients/clients.contract.ts'
import { day, phone } from '../shared/format.ts'
import { useLocale, useWords } from '../shared/i18n/words.ts'
import { Section } from '../shared/look/Head.tsx'
import { Quiet } from '../shared/look/parts.tsx'
import { AskDialog } from '../shared/verbs/AskDialog.tsx'
import { may } from '../shared/verbs/may.ts'
import { useSaving } from '../shared/verbs/use-saving.tsx'

const Facts = styled('dl')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'max-content minmax(0, 1fr)',
  gap: theme.spacing(2, 4),
  margin: 0,
  '& dt': { color: theme.look.ink2, fontSize: theme.look.size.small },
  '& dd': { margin: 0 },
}))

/** Requisites and ways to reach the client, edited in place. */
export const CompanyFacts = ({ company }: { company: CompanyAnswer }) => {
  const t = useWords()
  const locale = useLocale()
  const [seen, setSeen] = useState<CompanyAnswer | null>(null)
  const { attempt, change } = useSaving()
  const { fullName, inn, kpp, ogrn, addresses, phones, emails, lastPurchaseAt, needs } = company
  const rows = (
    [
      ['companies.full_name', fullName],
      ['companies.inn', inn],
      ['companies.kpp', kpp],
      ['companies.ogrn', ogrn],
      ['companies.address', addresses.join('; ')],
      ['field.phone', phones.map(phone).join(', ')],
      ['field.email', emails.join(', ')],
      ['companies.last_purchase', lastPurchaseAt && day(lastPurchaseAt, locale)],
    ] as const
  ).filter(([, value]) => value)
  const save = async (values: Record<string, unknown>) => {
    const errors = await attempt(() => change('companies', seen ?? company, values))
    if (!errors) setSeen(null)
    return errors
  }
  return (
    <Section
      title={t('companies.facts')}
      actions={
        may(company, 'edit') && (
          <Button size="small" color="inherit" startIcon={<Edit />} onClick={() => setSeen(company)}>
            {t('lines.edit')}
          </Button>
        )
      }
    >
      <Facts>
        {rows.map(([key, value]) => (
          <Fragment key={key}>
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
        {needs.map(({ text, source, on }) => (
          <Fragment key={text + on}>
            <dt>{t('companies.need')}</dt>
            <dd>
              {text} <Quiet>{`${source}, ${day(on, locale)}`}</Quiet>
            </dd>
          </Fragment>
        ))}
      </Facts>
      {rows.length === 0 && needs.length === 0 && <Quiet>{t('companies.no_facts')}</Quiet>}
      {seen && (
        <AskDialog
          title={company.name}
          submit={t('action.save')}
          defaults={{
            name: company.name,
            fullName,
            inn,
            kpp,
            ogrn,
            class: company.class,
            addresses,
            phones,
            emails,
          }}
          onClose={() => setSeen(null)}
          onSubmit={save}
        >
          <TextInput source="name" label={t('companies.name')} validate={required()} />
          <TextInput source="fullName" label={t('companies.full_name')} parse={orNull} />
          <TextInput source="inn" label={t('companies.inn')} parse={orNull} />
          <TextInput source="kpp" label={t('companies.kpp')} parse={orNull} />
          <TextInput source="ogrn" label={t('companies.ogrn')} parse={orNull} />
          <SelectInput
            source="class"
            label={t('companies.class_label')}
            parse={orNull}
            choices={['vip', 'a', 'b', 'c'].map(id => ({ id, name: `companies.class.${id}` }))}
          />
          <TextArrayInput source="addresses" label={t('companies.address')} />
          <TextArrayInput source="phones" label={t('field.phone')} />
          <TextArrayInput source="emails" label={t('field.email')} />
        </AskDialog>
      )}
    </Section>
  )
}

const orNull = (text: string): string | null => text || null
