import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { catalogReaderExam } from './commerceml.exam.ts'
import type { CatalogRecord } from './commerceml.port.ts'
import { fakeCatalogReader } from './fake/fake-catalog-reader.ts'
import { saxesCatalogReader } from './saxes/saxes-catalog-reader.ts'

const whole = `<?xml version="1.0" encoding="UTF-8"?>
<КоммерческаяИнформация><Классификатор><Группы>
<Группа>
<Ид>g</Ид><Наименование>Веники</Наименование>
</Группа></Группы></Классификатор>
<Каталог><Товары>
<Товар><Ид>p</Ид><Наименование>Веник</Наименование></Товар>
`
const records: CatalogRecord[] = [
  { is: 'group', line: 3, id: 'g', parentId: null, name: 'Веники', deleted: false },
  { is: 'product', line: 7, id: 'p', stub: false, name: 'Веник', deleted: false },
]

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voronka-catalog-'))
  await writeFile(join(folder, 'good.xml'), `${whole}</Товары></Каталог></КоммерческаяИнформация>\n`)
  await writeFile(join(folder, 'broken.xml'), `${whole}\n<not valid xml!!!`)
})
afterAll(() => rm(folder, { recursive: true }))

catalogReaderExam('saxes', async () => ({
  reader: saxesCatalogReader(),
  paths: {
    good: join(folder, 'good.xml'),
    broken: join(folder, 'broken.xml'),
    missing: join(folder, 'missing.xml'),
  },
}))

catalogReaderExam('the fake', async () => ({
  reader: fakeCatalogReader({
    good: [{ name: 'good.xml', records }],
    broken: [{ name: 'broken.xml', records, breaksAt: 9 }],
  }),
  paths: { good: 'good', broken: 'broken', missing: 'missing' },
}))
