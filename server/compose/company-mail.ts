import pg from 'pg'
import type { Mail } from '#integrations/mail/mail.port.ts'
import { smtpMail } from '#integrations/mail/smtp/smtp-mail.ts'

/** Letters leave in the own company's name as it is at that moment: it may be founded or renamed while we run. */
export const companyMail = (smtpUrl: string, databaseUrl: string): Mail => ({
  send: async letter => smtpMail({ url: smtpUrl, from: await sender(databaseUrl) }).send(letter),
})

async function sender(connectionString: string): Promise<{ name: string; address: string }> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query('set role voronka_system')
    const { rows } = await client.query<{ name: string; address: string | null }>(
      `select name, nullif(data ->> 'email', '') as address from own_company limit 1`,
    )
    return { name: rows[0]?.name ?? 'Voronka', address: rows[0]?.address ?? 'voronka@localhost' }
  } finally {
    await client.end()
  }
}
