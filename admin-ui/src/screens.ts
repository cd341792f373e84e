import type { ComponentType } from 'react'
import type { ResourceProps } from 'react-admin'
import { deals } from './sales/index.ts'
import { screen } from './shared/screen.ts'

/** Table of contents: what has lists and cards. */
export const resources: readonly ResourceProps[] = [deals]

/** Pages that are no list of one resource. */
export const pages: readonly { path: string; Page: ComponentType }[] = [
  { path: '/', Page: screen(async () => (await import('./engagement/TodayPage.tsx')).TodayPage) },
]
