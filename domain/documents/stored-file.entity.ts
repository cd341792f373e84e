import { defineEntity, p } from '@mikro-orm/core'
import { Company } from '../clients/company.entity.ts'

const StoredFileSchema = defineEntity({
  name: 'StoredFile',
  properties: {
    id: p.uuid().primary(),
    createdAt: p.datetime(),
    companyId: () => p.manyToOne(Company).mapToPk().nullable(),
    /** Human words with number and date. */
    name: p.string(),
    contentType: p.string(),
    sizeBytes: p.integer(),
    sha256: p.string(),
    subjectType: p.string(),
    subjectId: p.uuid(),
    /** The data a paper was made of, as JSON. */
    data: p.json<object>().nullable().lazy(),
    content: p.blob().lazy(),
    seatId: p.uuid().nullable(),
  },
})

/** A file with its bytes in the base, so that one backup holds everything and any server can hand it out. */
export class StoredFile extends StoredFileSchema.class {}
StoredFileSchema.setClass(StoredFile)
