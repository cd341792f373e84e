import { readParts } from '../../scripts/setup/paths.js'
import type { Settings } from '../settings.ts'

/** The browser of the settings, else the one that set-up placed, else whatever `chromium` on PATH is. */
export const packedBrowser = (settings: Pick<Settings, 'browser'>) =>
  settings.browser ?? readParts().chromium ?? { executablePath: 'chromium', libraryPath: null }
