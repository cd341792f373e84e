import type { ResourceProps } from 'react-admin'
import { screen } from '../shared/screen.ts'

export const tasks: ResourceProps = {
  name: 'tasks',
  recordRepresentation: 'title',
  list: screen(async () => (await import('./TaskList.tsx')).TaskList),
  create: screen(async () => (await import('./TaskCreate.tsx')).TaskCreate),
}
export const letters: ResourceProps = {
  name: 'letters',
  recordRepresentation: 'subject',
  list: screen(async () => (await import('./LetterList.tsx')).LetterList),
  show: screen(async () => (await import('./LetterPage.tsx')).LetterPage),
}
