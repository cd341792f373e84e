import { type ComponentType, lazy } from 'react'

/** A page that is loaded when it is first opened. */
export const screen = (load: () => Promise<ComponentType>): ComponentType =>
  lazy(async () => ({ default: await load() }))
