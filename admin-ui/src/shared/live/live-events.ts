import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** One line of `/api/events`: this record changed, or (`ended`) is no longer to be seen. */
interface Change {
  resource: string
  id: string
  ended?: boolean
}

const channelName = 'voronka.events'

/**
 * Follows `/api/events` through one stream per browser: the tab that holds the lock opens it and
 * passes every line to the others; when it closes, another tab takes the lock and the stream.
 */
export function followEvents(tell: (change: Change) => void, missed: () => void): () => void {
  const channel = new BroadcastChannel(channelName)
  const leaving = new AbortController()
  channel.onmessage = ({ data }: MessageEvent<Change | 'missed'>) =>
    data === 'missed' ? missed() : tell(data)
  const pass = (change: Change) => {
    tell(change)
    channel.postMessage(change)
  }
  const passMissed = () => {
    missed()
    channel.postMessage('missed')
  }
  const lead = () => stream(pass, passMissed, leaving.signal)
  // Without the lock interface (a page over plain HTTP in an office network) every tab has its own stream.
  if (navigator.locks)
    navigator.locks.request(channelName, { signal: leaving.signal }, lead).catch(() => undefined)
  else void lead()
  return () => {
    leaving.abort()
    channel.close()
  }
}

/** Lives until the tab leaves; what was missed while the connection was away is asked for again. */
function stream(pass: (change: Change) => void, missed: () => void, leaving: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const source = new EventSource('/api/events')
    let opened = false
    source.onopen = () => {
      if (opened) missed()
      opened = true
    }
    const read = ({ data }: MessageEvent<string>, ended: boolean) => {
      const change = JSON.parse(data) as Change
      if (change.resource) pass(ended ? { ...change, ended } : change)
    }
    source.onmessage = event => read(event, false)
    source.addEventListener('changed', event => read(event, false))
    source.addEventListener('ended', event => read(event, true))
    leaving.addEventListener('abort', () => {
      source.close()
      resolve()
    })
  })
}

/** Pages that are made of other resources' records. */
const pagesOver: Record<string, readonly string[]> = {
  deals: ['board', 'today', 'path'],
  tasks: ['today'],
  inquiries: ['today'],
  approvals: ['today'],
  invoices: ['today'],
  payments: ['today'],
  'department-requests': ['today'],
  'process-events': ['path'],
}

/** Whether a cached answer may be older than the change. Keys are react-admin's: [resource, method, params]. */
export function touchedBy({ resource, id }: Change, key: readonly unknown[]): boolean {
  const [head, method, params] = key
  if (typeof head === 'string' && pagesOver[resource]?.includes(head)) return true
  if (head !== resource) return false
  return method !== 'getOne' || String((Object(params) as { id?: unknown }).id) === id
}

/**
 * Changes come in bursts (a command touches several records): they are gathered for a moment, then asked for once.
 * A command of one's own comes first: it may take away the very record that is open.
 */
function refresh(client: QueryClient) {
  let waiting: Change[] = []
  const flush = () => {
    if (client.isMutating() > 0) return void setTimeout(flush, 120)
    const changes = waiting
    waiting = []
    void client.invalidateQueries({
      predicate: ({ queryKey }) => changes.some(one => touchedBy(one, queryKey)),
    })
  }
  return (change: Change) => {
    if (waiting.length === 0) setTimeout(flush, 120)
    waiting.push(change)
  }
}

/** Keeps every open screen true while somebody is signed in. */
export function useLiveEvents(): void {
  const client = useQueryClient()
  useEffect(() => followEvents(refresh(client), () => void client.invalidateQueries()), [client])
}
