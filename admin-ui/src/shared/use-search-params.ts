import { useMemo } from 'react'
import { useLocation, useNavigate } from 'react-admin'

/** What stands after `?` in the address, and a way to change part of it; null takes a part away. */
export function useSearchParams(): [URLSearchParams, (change: Record<string, string | null>) => void] {
  const { search, pathname } = useLocation()
  const navigate = useNavigate()
  const params = useMemo(() => new URLSearchParams(search), [search])
  const change = (parts: Record<string, string | null>) => {
    const next = new URLSearchParams(search)
    for (const [key, value] of Object.entries(parts)) {
      if (value === null) next.delete(key)
      else next.set(key, value)
    }
    navigate(next.size > 0 ? `${pathname}?${next}` : pathname)
  }
  return [params, change]
}
