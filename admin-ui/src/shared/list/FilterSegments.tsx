import { useListContext } from 'react-admin'
import { Segments } from '../frame/Choice.tsx'

interface FilterSegmentsProps {
  name: string
  source: string
  /** '' stands for all. */
  options: readonly (readonly [string, string])[]
}

/** One field of the filter as a few values side by side; the choice stands in the address. */
export const FilterSegments = ({ name, source, options }: FilterSegmentsProps) => {
  const { filterValues, setFilters } = useListContext()
  const choose = (value: string) => {
    const { [source]: dropped, ...others } = filterValues ?? {}
    void dropped
    setFilters(value ? { ...others, [source]: value } : others, undefined, false)
  }
  return <Segments name={name} value={filterValues?.[source] ?? ''} options={options} onChoose={choose} />
}
