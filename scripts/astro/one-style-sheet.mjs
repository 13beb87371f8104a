// @ts-check

/**
 * Links one style sheet on every page. By default Astro links one for each part that a page may ever load: five on a
 * case page, each a round trip before the first paint. The server build contains the styles of every component; those
 * of the client build are left out as duplicates.
 *
 * @returns {import('vite').Plugin}
 */
export function oneStyleSheet() {
  return {
    name: 'one-style-sheet',
    enforce: 'pre',
    apply: 'build',
    config: () => ({ build: { cssCodeSplit: false } }),
    applyToEnvironment: (environment) => environment.name === 'client',
    transform: {
      filter: { id: /\.css$/ },
      handler: () => ({ code: '', map: null }),
    },
  };
}
