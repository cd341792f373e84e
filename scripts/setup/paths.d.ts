/** Where each part lies on this machine, as the last set-up found or placed it. */
export interface Parts {
  /** folder of downloaded parts */
  cache: string
  /** folder with initdb and postgres; null where PostgreSQL is somebody else's */
  postgresBin: string | null
  /** the `temporal` binary; null where the engine is somebody else's */
  temporalCli: string | null
  /** the time-skipping server, for tests */
  temporalTestServer: string | null
  /** `libraryPath` goes into LD_LIBRARY_PATH of the browser only; null where there is no packed browser */
  chromium: { executablePath: string; libraryPath: string | null } | null
  /** folder of the built screens; null while they are not built */
  adminUi: string | null
}
/** @throws an error told as a sentence when set-up has not run in this checkout */
export function readParts(): Parts
export function writeParts(parts: Parts): void
/** Keeps the times of the first set-up of this checkout. */
export function noteFirstSetUp(times: { name: string; ms: number }[]): void
