import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import express, { Router } from 'express'

const built = fileURLToPath(new URL('../../admin-ui/dist/', import.meta.url))

/** The built screens: files by their hash for ever, the page itself fresh, with the nonce its styles need. */
export function adminUi(): Router {
  const router = Router()
  router.use(
    '/assets',
    express.static(`${built}assets`, { immutable: true, maxAge: '365d', index: false }),
    // A tab of an older build asks for a part that is no more.
    (_req, res) => void res.status(404).end(),
  )
  router.use(express.static(built, { index: false, maxAge: '1h' }))
  router.get(/^\/(?!api\/|assets\/|health\/|intake\/|metrics).*/, (_req, res, next) => {
    const page = `${built}index.html`
    if (!existsSync(page)) return next()
    res
      .type('html')
      .setHeader('Cache-Control', 'no-cache')
      .send(readFileSync(page, 'utf8').replaceAll('__CSP_NONCE__', String(res.locals.nonce)))
  })
  return router
}
