import type { SourceFile } from '../source-tree.ts'

/**
 * A zone is a room, or the part of a room that has rules of its own.
 * `domain`: pure rules · `process`: thinking without an engine · `messages`: what is said to a process ·
 * `deeds`: the interface a workflow sees of its activities · `port`, `adapter`: a capability and what serves it ·
 * `compose`: whatever may connect the parts.
 */
export type Zone =
  | 'domain'
  | 'entity'
  | 'messages'
  | 'process'
  | 'workflow'
  | 'deeds'
  | 'activity'
  | 'port'
  | 'adapter'
  | 'contract'
  | 'server'
  | 'compose'
  | 'screen'
  | 'script'
  | 'test'

/** What reads a single setting serves server/settings.ts, which everybody may ask. */
const composePlaces = /^server\/(compose\/|runtime\/(?!setting-)|cli\/|start\.ts$|cli\.ts$)/

export const zoneOf = (file: Pick<SourceFile, 'path' | 'isTest'>): Zone =>
  file.isTest ? 'test' : zoneOfPath(file.path)

function zoneOfPath(path: string): Zone {
  if (/\.config\.ts$/.test(path)) return 'script'
  switch (path.split('/')[0]) {
    case 'domain':
      return path.endsWith('.entity.ts') ? 'entity' : 'domain'
    case 'workflows':
      if (path.endsWith('.messages.ts')) return 'messages'
      return path.endsWith('.process.ts') ? 'process' : 'workflow'
    case 'activities':
      return /\/(?!create-)[a-z0-9-]+-activities\.ts$/.test(path) ? 'deeds' : 'activity'
    case 'integrations':
      return path.endsWith('.port.ts') ? 'port' : 'adapter'
    case 'server':
      if (/(\.contract|\/contract-[a-z-]+)\.ts$/.test(path)) return 'contract'
      return composePlaces.test(path) ? 'compose' : 'server'
    case 'admin-ui':
      return 'screen'
    case 'test':
      return 'test'
    default:
      return 'script'
  }
}

/** The business word a file belongs to: `approvals` of `workflows/approvals/approval.workflow.ts`, '' at the top of a room. */
export function sliceOf(path: string): string {
  const parts = path.split('/')
  return parts.length > 2 ? (parts[1] ?? '') : ''
}
