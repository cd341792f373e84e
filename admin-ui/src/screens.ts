import type { ComponentType } from 'react'
import type { ResourceProps } from 'react-admin'
import { departments, users } from './access/index.ts'
import { approvals } from './approvals/index.ts'
import { offerings, products } from './catalog/index.ts'
import { companies, contacts } from './clients/index.ts'
import { contracts, invoices, offers } from './documents/index.ts'
import { letters, tasks } from './engagement/index.ts'
import { inquiries } from './leads/index.ts'
import { payments } from './money/index.ts'
import { departmentRequests } from './requests/index.ts'
import { deals } from './sales/index.ts'
import { screen } from './shared/screen.ts'

/** Table of contents: what has lists and cards. */
export const resources: readonly ResourceProps[] = [
  inquiries,
  deals,
  companies,
  contacts,
  products,
  offerings,
  offers,
  invoices,
  contracts,
  approvals,
  departmentRequests,
  payments,
  tasks,
  letters,
  users,
  departments,
]

/** Pages that are no list of one resource. */
export const pages: readonly { path: string; Page: ComponentType }[] = [
  { path: '/', Page: screen(async () => (await import('./engagement/TodayPage.tsx')).TodayPage) },
  {
    path: '/notifications',
    Page: screen(async () => (await import('./engagement/NotificationsPage.tsx')).NotificationsPage),
  },
  { path: '/audit', Page: screen(async () => (await import('./reports/AuditPage.tsx')).AuditPage) },
  { path: '/health', Page: screen(async () => (await import('./reports/HealthPage.tsx')).HealthPage) },
]
