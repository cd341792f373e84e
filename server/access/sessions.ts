import { randomBytes } from 'node:crypto'
import type { MikroORM } from '@mikro-orm/postgresql'
import type { Request, Response } from 'express'
import { type Actor, loadActor, withRoles } from '../shared/actor.ts'
import { sha256 } from '../shared/command-record.ts'
import { forkSystem } from '../shared/sight.ts'

/** ASVS 7.3: eight hours without a word, twelve in all. */
const idleMs = 8 * 3_600_000
const absoluteMs = 12 * 3_600_000

export const cookieName = (secure: boolean) => (secure ? '__Host-voronka' : 'voronka')

/** Opens a session and sets its cookie; only the hash is kept. */
export async function openSession(
  orm: MikroORM,
  userId: string,
  now: Date,
  req: Request,
  res: Response,
  secure: boolean,
) {
  const value = randomBytes(32).toString('base64url')
  await forkSystem(orm).execute(
    'insert into session (id_hash, user_id, created_at, last_seen_at, expires_at, ip, user_agent) values (?, ?, ?, ?, ?, ?, ?)',
    [
      sha256(value),
      userId,
      now,
      now,
      new Date(now.getTime() + absoluteMs),
      req.ip ?? null,
      req.headers['user-agent']?.slice(0, 500) ?? null,
    ],
  )
  res.cookie(cookieName(secure), value, {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    maxAge: absoluteMs,
  })
}

export async function closeSession(
  orm: MikroORM,
  req: Request,
  res: Response,
  secure: boolean,
): Promise<void> {
  const value = cookieValue(req, cookieName(secure))
  if (value) await forkSystem(orm).execute('delete from session where id_hash = ?', [sha256(value)])
  res.clearCookie(cookieName(secure), { httpOnly: true, sameSite: 'lax', secure, path: '/' })
}

/**
 * Who asks, by cookie or bearer token; null when nobody is signed in. `atHand` false: an open stream asks, which is no
 * word of a person and keeps no idle session alive.
 */
export async function whoAsks(
  orm: MikroORM,
  req: Request,
  now: Date,
  secure: boolean,
  atHand = true,
): Promise<Actor | null> {
  const em = forkSystem(orm)
  return em.transactional(async inside => {
    const bearer = /^Bearer (\S{20,200})$/.exec(req.headers.authorization ?? '')?.[1]
    if (bearer) {
      const rows = await inside.execute<{ user_id: string; roles: string[] }[]>(
        `update api_token set last_used_at = ? where token_hash = ? and revoked_at is null and expires_at > ? returning user_id, roles`,
        [now, sha256(bearer), now],
      )
      const token = rows[0]
      const actor = token ? await loadActor(inside, token.user_id, now) : null
      return actor && token ? withRoles(actor, token.roles) : null
    }
    const value = cookieValue(req, cookieName(secure))
    if (!value) return null
    const rows = await inside.execute<{ user_id: string; last_seen_at: Date }[]>(
      'select user_id, last_seen_at from session where id_hash = ? and expires_at > ? and last_seen_at > ?',
      [sha256(value), now, new Date(now.getTime() - idleMs)],
    )
    const session = rows[0]
    if (!session) return null
    // Once a minute is enough to know that somebody is there.
    if (atHand && now.getTime() - new Date(session.last_seen_at).getTime() > 60_000)
      await inside.execute('update session set last_seen_at = ? where id_hash = ?', [now, sha256(value)])
    return loadActor(inside, session.user_id, now)
  })
}

export function cookieValue(req: Request, name: string): string | null {
  for (const part of (req.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2)
    if (key === name && value) return value
  }
  return null
}
