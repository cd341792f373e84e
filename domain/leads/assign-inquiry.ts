/** A manager among whom inquiries are shared. */
export interface ManagerAtHand {
  id: string
  atWork: boolean
  /** Epoch ms of the last inquiry given to this person; null when none ever was. */
  lastAssignedAt: number | null
  /** Open deals now. */
  load: number
}

export type AssignmentRule = keyof typeof assignmentRules

/** S-034: the rules by which an inquiry gets its manager, with their words. */
export const assignmentRules = {
  own_client: { ru: 'Клиент этого менеджера', en: 'This manager’s own client' },
  round_robin: { ru: 'По очереди среди тех, кто на работе', en: 'In turn among those at work' },
  head_no_one_at_work: {
    ru: 'Никого нет на работе, обращение у руководителя',
    en: 'No one is at work, the head has it',
  },
} as const

export interface Assignment {
  ownerId: string
  rule: AssignmentRule
  /** The rule in Russian, for the card and the path. */
  ruleTitle: string
}

/**
 * S-034, S-035: who gets the inquiry. The client's own manager first, at work or not (the client stays his, the
 * clock warns the head); else the manager at work who has waited longest, then the one with fewer deals; else the head.
 */
export function assignInquiry(input: {
  /** Owner of the recognised client, or null for a new one. */
  clientOwnerId: string | null
  managers: readonly ManagerAtHand[]
  headId: string
}): Assignment {
  if (input.clientOwnerId) return by('own_client', input.clientOwnerId)
  const [next] = input.managers.filter(({ atWork }) => atWork).toSorted(turn)
  return next ? by('round_robin', next.id) : by('head_no_one_at_work', input.headId)
}

const by = (rule: AssignmentRule, ownerId: string): Assignment => ({
  ownerId,
  rule,
  ruleTitle: assignmentRules[rule].ru,
})

const turn = (a: ManagerAtHand, b: ManagerAtHand): number =>
  (a.lastAssignedAt ?? -1) - (b.lastAssignedAt ?? -1) || a.load - b.load || (a.id < b.id ? -1 : 1)
