import { useEffect, useRef } from 'react'
import { useNavigate, usePermissions } from 'react-admin'
import { railOf } from '../../access/rooms.ts'

const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/**
 * Ctrl+K and `/` search, `g` then a letter goes to a room, `n` begins a deal. By physical key, since letters
 * differ in the Russian layout; never inside a field.
 */
export function useHotkeys(search: () => void): void {
  const navigate = useNavigate()
  const { permissions } = usePermissions<string[]>()
  const going = useRef(0)
  useEffect(() => {
    const ways = new Map(railOf(permissions ?? []).map(room => [room.hotkey, room.path]))
    const pressed = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.code === 'KeyK') {
        event.preventDefault()
        search()
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey || inField(event.target)) return
      const path = event.timeStamp - going.current < 1200 ? ways.get(event.code) : undefined
      going.current = event.code === 'KeyG' ? event.timeStamp : 0
      if (path) navigate(path)
      else if (event.code === 'Slash') {
        event.preventDefault()
        search()
      }
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [navigate, permissions, search])
}
