import type { Demo } from '../demo.ts'

/** One deal of the demo, led as far as it has come. */
export interface DemoStory {
  /** Begins the key of each of its changes. */
  name: string
  /** Where it stands at the end. */
  about: string
  tell(demo: Demo, name: string): Promise<unknown>
}
