import { UnderscoreNamingStrategy } from '@mikro-orm/core'

/** Our references are ids by name (`companyId`), so the column is `company_id`, not `company_id_id`. */
export class IdNaming extends UnderscoreNamingStrategy {
  override joinKeyColumnName(entityName: string, referencedColumnName?: string): string {
    return entityName.endsWith('Id')
      ? this.propertyToColumnName(entityName)
      : super.joinKeyColumnName(entityName, referencedColumnName)
  }
}
