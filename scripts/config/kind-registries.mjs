/** The only files that may import several kinds: the registries, as patterns. */
export const REGISTRIES = [
  '^src/core/kinds/',
  '^src/app/kinds/',
  '^src/ui/islands/kind-screens\\.ts$',
  '^src/components/kind-table-cards\\.ts$',
];

/** What stands beside the registries and lists no kind: the contract of a kind, and what all kinds are asked. */
export const LISTS_NO_KIND = '^src/app/kinds/(?:kind-plug|ask-builds)\\.ts$';

/** Where the kinds are put in. Everything else in src gets them as a value. */
export const EDGES = [
  '^src/pages/',
  '^src/ui/islands/pages/',
  '^src/components/(?:site-project|table-card-cases)\\.ts$',
  '\\.worker\\.ts$',
];
