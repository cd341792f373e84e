import type { NextFunction, Request, Response } from 'express'
import helmet from 'helmet'
import { fact } from '#domain/shared/fact.ts'

const nonceOf = (_req: unknown, res: unknown) => `'nonce-${(res as Response).locals.nonce}'`

/** Headers of every answer. Emotion needs the style nonce; PDFs are shown in a frame of our own. */
export const headers = ({ https }: { https: boolean }) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", nonceOf],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    strictTransportSecurity: https,
    xFrameOptions: { action: 'sameorigin' },
    crossOriginEmbedderPolicy: false,
  })

/**
 * Changes come as JSON from our own pages, or with a bearer token: a form post from another site reaches no handler.
 * @throws ForeignOrigin, UnsupportedMediaType
 */
export function sameOriginOnly(req: Request, _res: Response, next: NextFunction): void {
  const reads = ['GET', 'HEAD', 'OPTIONS'].includes(req.method)
  if (reads) {
    next()
    return
  }
  const site = req.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw fact('ForeignOrigin')
  const origin = req.headers.origin
  if (origin !== undefined && URL.parse(origin)?.host !== req.headers.host) throw fact('ForeignOrigin')
  if (
    req.headers['content-length'] !== '0' &&
    req.headers['content-length'] !== undefined &&
    !req.is('application/json')
  )
    throw fact('UnsupportedMediaType', { type: String(req.headers['content-type'] ?? '').slice(0, 100) })
  next()
}
