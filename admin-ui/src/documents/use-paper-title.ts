import { useWords } from '../shared/i18n/words.ts'

/** «Счёт № 117»; a paper has no number until it is issued. */
export function usePaperTitle(): (kind: 'offer' | 'invoice' | 'contract', number: string | null) => string {
  const t = useWords()
  return (kind, number) => (number ? t(`papers.${kind}`, { number }) : t(`papers.${kind}_draft`))
}
