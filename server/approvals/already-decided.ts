import { User } from '#domain/access/user.entity.ts'
import { Approval } from '#domain/approvals/approval.entity.ts'
import { Fact, fact } from '#domain/shared/fact.ts'
import type { Context } from '../shared/operation.ts'
import { forkSystem } from '../shared/sight.ts'

type Asked = Pick<Context, 'world'>

/** Refuses as the process does, with who decided and when. @throws ApprovalAlreadyDecided, EngineAway */
export async function refuseAsDecided({ world }: Asked, { id }: Pick<Approval, 'id'>): Promise<never> {
  const em = forkSystem(world.orm)
  const approval = await em.findOneOrFail(Approval, id)
  // Its process is asked for, but has not begun.
  if (approval.status === 'waiting') throw fact('EngineAway')
  const last = approval.steps
    .filter(({ decidedAt }) => decidedAt !== null)
    .toSorted((a, b) => (a.decidedAt ?? '').localeCompare(b.decidedAt ?? ''))
    .at(-1)
  // A withdrawn document has no decider: its author took it back.
  const by = approval.status === 'withdrawn' ? approval.authorId : (last?.decidedBy ?? null)
  const at = approval.decidedAt?.toISOString() ?? last?.decidedAt ?? null
  throw fact('ApprovalAlreadyDecided', { status: approval.status, by, byName: await nameOf(em, by), at })
}

/** Runs the command; a refusal that comes too late says who was first and when. */
export async function unlessDecided(
  asked: Asked,
  approval: Pick<Approval, 'id'>,
  command: () => Promise<unknown>,
) {
  try {
    await command()
  } catch (error) {
    if (!(error instanceof Fact)) throw error
    if (error.code === 'ProcessEnded') return refuseAsDecided(asked, approval)
    if (error.code !== 'ApprovalAlreadyDecided') throw error
    const { by, at } = error.params
    throw fact('ApprovalAlreadyDecided', {
      ...error.params,
      byName: await nameOf(forkSystem(asked.world.orm), typeof by === 'string' ? by : null),
      at: typeof at === 'number' ? new Date(at).toISOString() : null,
    })
  }
}

const nameOf = async (em: ReturnType<typeof forkSystem>, id: string | null): Promise<string | null> =>
  id ? ((await em.findOne(User, id))?.name ?? null) : null
