import { useEffect, useRef } from 'react'
import type { ContractAnswer, InvoiceAnswer, OfferAnswer } from '#server/documents/documents.contract.ts'
import type { DealAnswer } from '#server/sales/sales.contract.ts'
import { ContractRow } from '../../documents/ContractRow.tsx'
import { InvoiceRow } from '../../documents/InvoiceRow.tsx'
import { NewInvoiceButton } from '../../documents/NewInvoiceButton.tsx'
import { OfferRow } from '../../documents/OfferRow.tsx'
import { useWords } from '../../shared/i18n/words.ts'
import { Related } from '../../shared/list/Related.tsx'
import { Stack } from '../../shared/look/parts.tsx'
import { useSearchParams } from '../../shared/use-search-params.ts'
import { CreateButton } from '../../shared/verbs/CreateButton.tsx'
import { may } from '../../shared/verbs/may.ts'

/** Offers, invoices and contracts of this deal. `?do=papers` brings them into view. */
export const DealPapers = ({ deal }: { deal: DealAnswer }) => {
  const t = useWords()
  const place = useRef<HTMLDivElement>(null)
  const [search] = useSearchParams()
  const wanted = search.get('do') === 'papers'
  useEffect(() => {
    if (wanted) place.current?.scrollIntoView({ block: 'start' })
  }, [wanted])
  const filter = { dealId: deal.id }
  return (
    <Stack gap={5} ref={place} style={{ scrollMarginTop: 72 }}>
      <Related<OfferAnswer>
        resource="offers"
        title={t('papers.offers')}
        filter={filter}
        actions={
          may(deal, 'create-offer') && (
            <CreateButton resource="offers" data={filter} label="papers.new_offer" />
          )
        }
        empty={t('papers.no_offers')}
        row={offer => <OfferRow key={offer.id} offer={offer} />}
      />
      <Related<InvoiceAnswer>
        resource="invoices"
        title={t('rooms.invoices')}
        filter={filter}
        actions={may(deal, 'create-offer') && <NewInvoiceButton dealId={deal.id} />}
        empty={t('papers.no_invoices')}
        row={invoice => <InvoiceRow key={invoice.id} invoice={invoice} />}
      />
      <Related<ContractAnswer>
        resource="contracts"
        title={t('papers.contracts')}
        filter={filter}
        actions={
          may(deal, 'create-contract') && (
            <CreateButton resource="contracts" data={filter} label="papers.new_contract" />
          )
        }
        empty={t('papers.no_contracts')}
        row={contract => <ContractRow key={contract.id} contract={contract} />}
      />
    </Stack>
  )
}
