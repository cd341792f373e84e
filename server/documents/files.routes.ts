import { Router } from 'express'
import { moneySight } from '#domain/access/roles.ts'
import { StoredFile } from '#domain/documents/stored-file.entity.ts'
import { fact } from '#domain/shared/fact.ts'
import type { Actor } from '../shared/actor.ts'
import { forkFor } from '../shared/sight.ts'
import type { ServerWorld } from '../shared/world.ts'

const uuid = /^[0-9a-f-]{36}$/i

/** Papers with sums on them. */
const papersWithSums = ['offer', 'invoice', 'contract']

/** GET /api/files/<id>: bytes with their type and a Russian name. Seen like the record it belongs to, and logged. */
export function fileRoutes(world: ServerWorld): Router {
  const router = Router()
  router.get('/api/files/:id', async (req, res) => {
    const actor: Actor | undefined = res.locals.actor
    if (!actor) throw fact('NotSignedIn')
    if (!uuid.test(String(req.params.id))) throw fact('NotFound')
    const file = await forkFor(world.orm, actor).findOneOrFail(StoredFile, String(req.params.id), {
      populate: ['content'] as never,
    })
    if (papersWithSums.includes(file.subjectType) && !moneySight(actor.roles).sums) throw fact('NotFound')
    world.log.info({ event: 'file_read', actor: actor.id, file: file.id }, 'file read')
    const shown = file.contentType === 'application/pdf' && req.query.download === undefined
    res.setHeader('Content-Type', file.contentType)
    res.setHeader(
      'Content-Disposition',
      `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    )
    res.setHeader('X-Content-Type-Options', 'nosniff')
    res.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    res.send(Buffer.from(file.content))
  })
  return router
}
