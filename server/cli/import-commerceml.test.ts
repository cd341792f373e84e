import { expect, it } from 'vitest'
import { type ImportedCounts, importCommerceml } from './import-commerceml.ts'

const counts: ImportedCounts = {
  ...{
    files: 1,
    groups: 22,
    properties: 10,
    units: 0,
    warehouses: 5,
    priceTypes: 1,
    products: 2,
    pictures: 3,
  },
  ...{ offerings: 5, prices: 5, stocks: 5, changed: 53, warningsTotal: 0 },
  warnings: [],
}
const told = async (answer: ImportedCounts) => {
  const lines: string[] = []
  const load = async () => answer
  await importCommerceml({ load, path: 'exchange', log: line => lines.push(line) })
  return lines
}

it('an import tells what the files held and what it changed', async () =>
  expect(await told(counts)).toEqual([
    'Загружено файлов: 1. Групп 22, свойств 10, товаров 2, предложений 5, видов цен 1, цен 5, складов 5, остатков 5.',
    'Добавлено и изменено записей: 53.',
  ]))

it('loading the same again says that nothing changed', async () =>
  expect((await told({ ...counts, changed: 0 }))[1]).toBe('Всё уже было загружено раньше: изменений нет.'))

it('warnings are told with file, line, object, field and words, the first twenty', async () => {
  const warning = { file: 'a.xml', line: 7, object: 'Товар 1', field: 'Ид', sentence: 'повторён' }
  const lines = await told({ ...counts, warnings: Array(25).fill(warning), warningsTotal: 40 })
  expect(lines[2]).toBe('  a.xml, строка 7: Товар 1, «Ид»: повторён')
  expect(lines.at(-1)).toBe('  … и ещё предупреждений: 20')
})
