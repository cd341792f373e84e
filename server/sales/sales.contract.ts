import { z } from 'zod'
import {
  Can,
  Day,
  Id,
  Kopecks,
  Line,
  Name,
  Percent,
  PositiveQuantity,
  pageOf,
  Time,
  Version,
  Words,
} from '../shared/contract-parts.ts'

export const DealLineAnswer = z.strictObject({
  id: Id,
  offeringId: Id.nullable(),
  name: z.string(),
  sku: z.string().nullable(),
  unit: z.string(),
  quantity: z.string(),
  priceKopecks: Kopecks.nullable().describe('Null for those who may not see prices'),
  discountPercent: Percent.nullable(),
  vatRate: z.string(),
  grossKopecks: Kopecks.nullable(),
  deliveryOn: Day.nullable(),
  free: z.string().nullable().describe('Free quantity now, null when not in the catalogue'),
})
export const Missing = z.strictObject({ fact: z.string(), title: z.string(), remedy: z.string().nullable() })
export const WaitsFor = z.strictObject({
  what: z.string(),
  who: z.string().nullable(),
  since: Time,
  due: Time.nullable(),
})

export const DealAnswer = z.strictObject({
  id: Id,
  title: z.string(),
  companyId: Id,
  companyName: z.string().nullable(),
  companyClass: z.enum(['vip', 'a', 'b', 'c']).nullable(),
  contactId: Id.nullable(),
  contactName: z.string().nullable(),
  ownerId: Id,
  ownerName: z.string(),
  inquiryId: Id.nullable(),
  funnelVersionId: Id,
  funnelName: z.string(),
  stage: z.string(),
  stageName: z.string(),
  stageHue: z.int(),
  stageSince: Time,
  stagePurpose: z.string().describe('What to do now, by the funnel'),
  status: z.enum(['open', 'won', 'lost']),
  lostReason: z.string().nullable(),
  amountKopecks: Kopecks.nullable(),
  nextStep: z.strictObject({ text: z.string(), dueAt: Time.nullable() }).nullable(),
  nextDue: Time.nullable(),
  overdue: z.boolean(),
  missing: z.array(Missing),
  waitsFor: z.array(WaitsFor),
  lines: z.array(DealLineAnswer).describe('Only in one deal, empty in lists'),
  moves: z.array(z.strictObject({ to: z.string(), name: z.string(), kind: z.enum(['work', 'won', 'lost']) })),
  createdAt: Time,
  closedAt: Time.nullable(),
  version: Version,
  can: Can,
})
export type DealAnswer = z.infer<typeof DealAnswer>
export const DealPage = pageOf(DealAnswer)

export const CreateDeal = z.strictObject({
  title: Name,
  companyId: Id,
  contactId: Id.nullable().optional(),
  funnelId: Id.optional().describe('The default funnel unless told'),
})
export const ChangeDeal = z.strictObject({ title: Name.optional(), contactId: Id.nullable().optional() })
export const SetLines = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        offeringId: Id.nullable().optional(),
        name: Name.optional().describe('Needed when there is no offering'),
        unit: Line.optional(),
        quantity: PositiveQuantity,
        priceKopecks: Kopecks.min(0)
          .max(1_000_000_000_000)
          .optional()
          .describe("The catalogue's price unless told"),
        discountPercent: Percent.optional(),
      }),
    )
    .max(300),
})
export const MoveDeal = z.strictObject({ to: z.string().max(100) })
export const PlanStep = z.strictObject({ text: Name, dueAt: Time })
export const WinDeal = z.strictObject({ reason: Words.optional() })
export const LoseDeal = z.strictObject({ reason: Words.min(1) })
export const ReopenDeal = z.strictObject({ stage: z.string().max(100).optional() })

/** The board: a column a stage, with what it holds. */
export const BoardAnswer = z.strictObject({
  funnelId: Id,
  funnelName: z.string(),
  funnels: z.array(z.strictObject({ id: Id, name: z.string() })),
  columns: z.array(
    z.strictObject({
      stage: z.string(),
      name: z.string(),
      hue: z.int(),
      kind: z.enum(['work', 'won', 'lost']),
      count: z.int(),
      sumKopecks: Kopecks,
      overdue: z.int(),
      normWorkingMinutes: z.int().nullable(),
      cards: z.array(DealAnswer),
    }),
  ),
})
export type BoardAnswer = z.infer<typeof BoardAnswer>

export const PathActor = z.strictObject({
  type: z.enum(['user', 'rule', 'system', '1c', 'client']),
  id: z.string().nullable(),
  name: z.string().nullable(),
})
export const ProcessEventAnswer = z.strictObject({
  id: Id,
  subject: z.string(),
  at: Time,
  kind: z.string(),
  title: z.string(),
  actor: PathActor,
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  waitedMs: z.number().nullable(),
  stage: z.string().nullable(),
  version: Version,
})
export type ProcessEventAnswer = z.infer<typeof ProcessEventAnswer>
export const ProcessEventPage = pageOf(ProcessEventAnswer)

/** The funnel's picture with the place where the deal stands. */
export const DealPathAnswer = z.strictObject({
  funnelName: z.string(),
  versionNumber: z.int(),
  picture: z.strictObject({
    width: z.number(),
    height: z.number(),
    nodeWidth: z.number(),
    nodeHeight: z.number(),
  }),
  nodes: z.array(
    z.strictObject({
      stage: z.string(),
      name: z.string(),
      hue: z.int(),
      kind: z.enum(['work', 'won', 'lost']),
      x: z.number(),
      y: z.number(),
      state: z.enum(['passed', 'now', 'future', 'skipped']),
      enteredAt: Time.nullable(),
      leftAt: Time.nullable(),
      spentMs: z.number().nullable(),
      normWorkingMinutes: z.int().nullable(),
    }),
  ),
  edges: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      kind: z.enum(['main', 'side', 'back']),
      path: z.string().describe('d of an SVG path'),
      passed: z.boolean(),
    }),
  ),
  rules: z.array(z.strictObject({ stage: z.string().nullable(), sentence: z.string() })),
  events: z.array(ProcessEventAnswer),
})
export type DealPathAnswer = z.infer<typeof DealPathAnswer>

export const FunnelAnswer = z.strictObject({
  id: Id,
  key: z.string(),
  name: z.string(),
  isDefault: z.boolean(),
  currentVersionId: Id.nullable(),
  version: Version,
})
export const FunnelPage = pageOf(FunnelAnswer)
export const FunnelVersionAnswer = z.strictObject({
  id: Id,
  funnelId: Id,
  number: z.int(),
  sha256: z.string(),
  publishedAt: Time,
  definition: z.unknown(),
  version: Version,
})
export const FunnelVersionPage = pageOf(FunnelVersionAnswer)
