import { type Checked, checkInn, checkKpp, checkOgrn, requisiteProblems } from '#domain/clients/requisites.ts'
import { fact } from '#domain/shared/fact.ts'

const checks = {
  inn: { title: 'ИНН', check: checkInn },
  kpp: { title: 'КПП', check: checkKpp },
  ogrn: { title: 'ОГРН', check: checkOgrn },
} as const
type Requisite = keyof typeof checks

/**
 * DR-10: what a person types is refused when it cannot be right; what is not given stays not given, and an emptied
 * field is null. @throws InvalidRequisite with the field
 */
export function checkedRequisites(
  given: Partial<Record<Requisite, string | null | undefined>>,
): Partial<Record<Requisite, string | null>> {
  const sound: Partial<Record<Requisite, string | null>> = {}
  for (const field of Object.keys(checks) as Requisite[]) {
    const text = given[field]
    if (text === undefined) continue
    sound[field] = text ? soundValue(field, checks[field].check(text)) : null
  }
  return sound
}

function soundValue(field: Requisite, checked: Checked): string {
  if (checked.ok) return checked.value
  throw fact('InvalidRequisite', {
    field,
    title: checks[field].title,
    reason: requisiteProblems[checked.problem],
  })
}
