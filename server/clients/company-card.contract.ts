import { z } from 'zod'
import { InteractionAnswer, LetterAnswer, TaskAnswer } from '../engagement/engagement.contract.ts'
import { InquiryAnswer } from '../leads/leads.contract.ts'
import { DealAnswer } from '../sales/sales.contract.ts'
import { CompanyAnswer } from './clients.contract.ts'

/** S-001, S-011: everything a stand-in needs about a client, in one request; lists newest first. */
export const CompanyCardAnswer = z.strictObject({
  company: CompanyAnswer,
  deals: z.array(DealAnswer).describe('Open ones first, then the latest closed; at most 50'),
  tasks: z.array(TaskAnswer).describe('Open ones by term; at most 50'),
  interactions: z.array(InteractionAnswer).describe('The latest 50'),
  inquiries: z.array(InquiryAnswer).describe('The latest 20'),
  letters: z.array(LetterAnswer).describe('The latest 20'),
})
export type CompanyCardAnswer = z.infer<typeof CompanyCardAnswer>
