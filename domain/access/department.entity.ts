import { defineEntity, p } from '@mikro-orm/core'

const DepartmentSchema = defineEntity({
  name: 'Department',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    /** Stable word for code and settings: sales, legal, accounting, warehouse, marketing, management. */
    key: p.string().unique(),
    name: p.string(),
  },
})

/** A part of the company: people work in it, requests are addressed to it. */
export class Department extends DepartmentSchema.class {}
DepartmentSchema.setClass(Department)
