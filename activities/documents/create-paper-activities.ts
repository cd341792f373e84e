import { Contract } from '#domain/documents/contract.entity.ts'
import { Invoice } from '#domain/documents/invoice.entity.ts'
import { Offer } from '#domain/documents/offer.entity.ts'
import { notify } from '../shared/notify.ts'
import { once } from '../shared/once.ts'
import type { ActivityWorld } from '../shared/world.ts'
import type { PaperActivities } from './paper-activities.ts'
import { storePaper } from './store-paper.ts'

const entities = { offer: Offer, invoice: Invoice, contract: Contract } as const

/** The deeds of printing documents. */
export const createPaperActivities = (world: ActivityWorld): PaperActivities => ({
  printPaper: async deed => {
    await storePaper(world, deed)
  },
  tellPaperFailed: ({ subject, id, key }) =>
    once(world, key, async em => {
      const document = await em.findOneOrFail<Offer | Invoice | Contract>(entities[subject], id)
      await notify(em, world, {
        to: [document.authorId],
        title: 'Документ не удалось напечатать: проверьте его строки и реквизиты',
        subjectType: subject,
        subjectId: id,
        companyId: document.companyId,
      })
    }),
})
