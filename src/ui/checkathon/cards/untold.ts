import type { InjectId } from '#core/checkathon/injects.ts';

/** Events that a team is not told of: it can only find them by comparing. They stand on the sealed sheet. */
export const UNTOLD: readonly InjectId[] = ['recognised'];
