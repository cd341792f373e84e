/** What the loader answers and takes; made in server/compose over a reader and a base. */
export type LoadCatalog = (load: {
  path: string
  source: string
  progress: (file: string, counts: { products: number; offerings: number; stocks: number }) => void
}) => Promise<ImportedCounts>

export interface ImportedCounts {
  files: number
  groups: number
  properties: number
  units: number
  warehouses: number
  priceTypes: number
  products: number
  pictures: number
  offerings: number
  prices: number
  stocks: number
  changed: number
  warnings: { file: string; line: number; object: string; field: string; sentence: string }[]
  warningsTotal: number
}

const shown = 20

/**
 * `import-commerceml DIR|ZIP`: loads a folder, an archive or a file of CommerceML and tells what came of it. Answers
 * what `--json` prints. @throws UnreadableCatalog, whose message is the sentence for stderr (exit code 1)
 */
export const importCommerceml = async ({
  load,
  path,
  log,
  source = '1c',
}: {
  load: LoadCatalog
  path: string
  log: (line: string) => void
  source?: string
}): Promise<ImportedCounts> => {
  const counts = await load({
    path,
    source,
    progress: (file, { products, offerings, stocks }) =>
      log(`${file}: товаров ${products}, предложений ${offerings}, остатков ${stocks}`),
  })
  const { files, groups, properties, warehouses, priceTypes, products, offerings, prices, stocks, changed } =
    counts
  log(
    `Загружено файлов: ${files}. Групп ${groups}, свойств ${properties}, товаров ${products}, предложений ${offerings}, ` +
      `видов цен ${priceTypes}, цен ${prices}, складов ${warehouses}, остатков ${stocks}.`,
  )
  log(
    changed === 0
      ? 'Всё уже было загружено раньше: изменений нет.'
      : `Добавлено и изменено записей: ${changed}.`,
  )
  for (const { file, line, object, field, sentence } of counts.warnings.slice(0, shown))
    log(`  ${file}${line > 0 ? `, строка ${line}` : ''}: ${object}, «${field}»: ${sentence}`)
  const more = counts.warningsTotal - Math.min(shown, counts.warnings.length)
  if (more > 0) log(`  … и ещё предупреждений: ${more}`)
  return counts
}
