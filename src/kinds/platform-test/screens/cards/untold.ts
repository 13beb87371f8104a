import type { InjectId } from '#kinds/platform-test/model/injects.ts';

/** Events that no team is told of, and that it can find only by comparing. The sealed sheet names them. */
export const UNTOLD: readonly InjectId[] = ['recognised'];
