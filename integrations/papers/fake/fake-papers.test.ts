import { expect, it } from 'vitest'
import { papersExam } from '../papers.exam.ts'
import { PapersUnavailable } from '../papers.port.ts'
import { sampleOffer } from '../sample-papers.ts'
import { fakePapers } from './fake-papers.ts'

papersExam('The fake', async () => fakePapers())

it('is away when a test wants it so', async () => {
  const away = fakePapers({ unavailable: true })
  const said = away.render({ template: 'offer', data: sampleOffer, title: 'КП' })
  await expect(said).rejects.toBeInstanceOf(PapersUnavailable)
})
