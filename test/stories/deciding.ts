import { concludeSubject } from '#activities/documents/conclude-subject.ts'
import type { DocumentsWorld } from './documents-world.ts'

type Subject = Parameters<typeof concludeSubject>[2]['subject']['type']

/** The end of an approval as its process tells it, and what came of it: who is asked, what the deal has heard last. */
export function deciding(world: () => DocumentsWorld) {
  const conclude = (
    type: Subject,
    id: string,
    verdict: 'approved' | 'rejected' | 'withdrawn',
    remark: string | null = null,
  ) =>
    world()
      .em()
      .transactional(em =>
        concludeSubject(em, world().deeds, {
          subject: { type, id },
          verdict,
          by: world().people.get('accountant')?.id ?? null,
          remark,
          at: world().deeds.clock.now().getTime(),
        }),
      )
  const rolesAsked = async (subjectId: string) =>
    (
      await world().sql<{ plan: { role: string }[] }>('select plan from approval where subject_id = ?', [
        subjectId,
      ])
    )
      .flatMap(({ plan }) => plan)
      .map(({ role }) => role)
  const lastTold = async (dealId: string) =>
    (
      await world().sql<{ payload: { event: string; facts: unknown } }>(
        `select payload from outbox_message where workflow_id = ? and kind = 'signal' order by id desc limit 1`,
        [`deal/${dealId}`],
      )
    )[0]?.payload
  return { conclude, rolesAsked, lastTold }
}
