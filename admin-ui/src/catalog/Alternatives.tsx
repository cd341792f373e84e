import SwapHoriz from '@mui/icons-material/SwapHorizOutlined'
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import type { AlternativesAnswer, OfferingAnswer } from '#server/catalog/catalog.contract.ts'
import { call } from '../shared/data/http.ts'
import { quantity } from '../shared/format.ts'
import { useWords } from '../shared/i18n/words.ts'
import { Quiet, Stack } from '../shared/look/parts.tsx'

interface AlternativesProps {
  offeringId: string
  onChoose?: (offering: OfferingAnswer) => void
  /** Said when there is nothing else either. */
  none?: string
}

/** What could be had instead now, with what is different about it. */
export const Alternatives = ({ offeringId, onChoose, none }: AlternativesProps) => {
  const t = useWords()
  const { data } = useQuery({
    queryKey: ['offerings', 'alternatives', { id: offeringId }],
    queryFn: async ({ signal }) =>
      (await call<AlternativesAnswer>(`/offerings/${offeringId}/alternatives`, { signal })).body.data,
  })
  if (data?.length === 0 && none) return <Quiet>{none}</Quiet>
  if (!data?.length) return null
  return (
    <Stack gap={1} style={{ marginTop: 6 }}>
      <Quiet>{t('catalog.instead')}</Quiet>
      {data.slice(0, 3).map(({ offering, differs }) => {
        const words = `${offering.name} — ${t('lines.free', { quantity: quantity(offering.free), unit: offering.unit })}`
        const why = differs.map(({ property, has }) => `${property}: ${has}`).join(', ')
        return onChoose ? (
          <Button
            key={offering.id}
            size="small"
            variant="outlined"
            startIcon={<SwapHoriz />}
            title={why}
            style={{ justifyContent: 'flex-start', whiteSpace: 'normal', textAlign: 'left' }}
            onClick={() => onChoose(offering)}
          >
            {words}
          </Button>
        ) : (
          <span key={offering.id}>
            {words} <Quiet>{why}</Quiet>
          </span>
        )
      })}
    </Stack>
  )
}
