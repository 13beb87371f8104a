import type { Citation } from '#kernel/model/citation.ts';
import type { AnswerKey } from './schemas.ts';

/** The citations of a key, each list with its place in `key.yaml`. */
export function citedInKey({ decisions, order }: AnswerKey): {
  readonly path: readonly string[];
  readonly cites: readonly Citation[];
}[] {
  return [
    ...Object.entries(decisions).map(([id, { sources }]) => ({ path: ['decisions', id, 'sources'], cites: sources })),
    ...(order ? [{ path: ['order', 'sources'], cites: order.sources }] : []),
  ];
}
