import { z } from 'zod'
import { Notification } from '#domain/engagement/notification.entity.ts'
import type { Actor } from '../shared/actor.ts'
import { ListQuery } from '../shared/contract-parts.ts'
import { type ListOf, listPage } from '../shared/list.ts'
import { operation } from '../shared/operation.ts'
import { NotificationAnswer, NotificationPage, ReadAllAnswer } from './engagement.contract.ts'
import { presentNotification } from './engagement.presenter.ts'

/** One's own bell, whatever else one may see. */
const notifications = (actor: Actor): ListOf<Notification> => ({
  entity: Notification,
  sort: { createdAt: 'createdAt' },
  defaultOrder: 'desc',
  where: { userId: actor.id },
  filter: {
    unread: given => ({ readAt: z.boolean().parse(given) ? null : { $ne: null } }) as never,
  },
})

export const notificationOperations = [
  operation({
    name: 'listNotifications',
    method: 'get',
    path: '/api/notifications',
    summary: "The caller's bell",
    via: 'read',
    may: 'signed_in',
    query: ListQuery,
    answer: NotificationPage,
    handle: ({ em, query, actor }) =>
      listPage(em, notifications(actor), query, rows => rows.map(presentNotification)),
  }),
  operation({
    name: 'readNotification',
    method: 'post',
    path: '/api/notifications/:id/read',
    summary: 'Mark one as read',
    via: 'transaction',
    may: 'signed_in',
    answer: NotificationAnswer,
    async handle({ em, params, actor, now }) {
      const notice = await em.findOneOrFail(Notification, { id: params.id ?? '', userId: actor.id })
      notice.readAt ??= now
      await em.flush()
      return presentNotification(notice)
    },
  }),
  operation({
    name: 'readAllNotifications',
    method: 'post',
    path: '/api/notifications/read-all',
    summary: 'Mark all as read',
    via: 'transaction',
    may: 'signed_in',
    answer: ReadAllAnswer,
    async handle({ em, actor, now }) {
      const read = await em.execute<{ id: string }[]>(
        'update notification set read_at = ?, version = version + 1 where user_id = ? and read_at is null returning id',
        [now, actor.id],
      )
      return { read: read.length }
    },
  }),
]
