import type { z } from 'zod'
import type { DemoAnswer } from '#server/reports/reports.contract.ts'

/** `/api/demo`: 404 outside the demo company. */
export type Demo = z.infer<typeof DemoAnswer>
