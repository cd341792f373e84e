import type { EntityManager } from '@mikro-orm/postgresql'
import { type Assignment, assignInquiry } from '#domain/leads/assign-inquiry.ts'
import { fact } from '#domain/shared/fact.ts'

interface Row {
  id: string
  at_work: boolean
  last_assigned_at: Date | null
  load: string
}

/**
 * Who gets the inquiry, by the rule of domain/leads. Locks the managers' rows, so that two inquiries at once do not
 * go to the same person. `em` must have the machine's sight and be in a transaction.
 */
export async function chooseOwner(
  em: EntityManager,
  clientOwnerId: string | null,
  now: Date,
): Promise<Assignment> {
  if (clientOwnerId) return assignInquiry({ clientOwnerId, managers: [], headId: clientOwnerId })
  const managers = await em.execute<Row[]>(
    `select u.id, u.at_work, u.last_assigned_at,
       (select count(*) from deal d where d.owner_id = u.id and d.status = 'open') as load
     from app_user u where u.active and 'manager' = any(u.roles) order by u.id for update of u`,
  )
  const heads = await em.execute<{ id: string }[]>(
    `select id from app_user where active and roles && '{head,director,admin}' order by not ('head' = any(roles)), id limit 1`,
  )
  const headId = heads[0]?.id
  if (!headId) throw fact('NobodyToAssign')
  const chosen = assignInquiry({
    clientOwnerId: null,
    headId,
    managers: managers.map(row => ({
      id: row.id,
      atWork: row.at_work,
      lastAssignedAt: row.last_assigned_at ? new Date(row.last_assigned_at).getTime() : null,
      load: Number(row.load),
    })),
  })
  await em.execute('update app_user set last_assigned_at = ? where id = ?', [now, chosen.ownerId])
  return chosen
}
