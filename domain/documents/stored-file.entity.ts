import { defineEntity, p } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { Company } from '../clients/company.entity.ts'
import type { PaperOf } from './load-paper.entity.ts'

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

/** A printed paper with what it was printed of. */
export interface PrintedPaper {
  paper: PaperOf & { data: object }
  pdf: Uint8Array
  sha256: string
}

/** Keeps a printed paper; the same bytes of the same document are one file, however often they are printed. */
export async function keepPaper(
  em: EntityManager,
  { paper, pdf, sha256 }: PrintedPaper,
  made: { id: string; now: Date },
): Promise<string> {
  const { subject: subjectType, subjectId, companyId, seatId, title, data } = paper
  const known = await em.findOne(StoredFile, { subjectType, subjectId, sha256 })
  if (known) return known.id
  em.create(StoredFile, {
    id: made.id,
    createdAt: made.now,
    companyId,
    name: `${title}.pdf`,
    contentType: 'application/pdf',
    sizeBytes: pdf.byteLength,
    sha256,
    subjectType,
    subjectId,
    data,
    content: Buffer.from(pdf),
    seatId,
  })
  await em.flush()
  return made.id
}
