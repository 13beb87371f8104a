import { BYSTANDERS, PROPORTION } from '#evidence/drill/model/typical-errors.ts';
import { BERKELEY, EXACT_NOTICE, HOTLINE, SWGDE } from './sources.ts';

/**
 * Weights of the parts of a record. They follow the points of the kit's evidence rubric (training values). Each part is
 * a share, 0 to 1, of the ads that belong in the locker, so that a missing ad costs points in every part; only
 * minimisation is 0 or 1. See `recordShares`.
 */
export const RECORD_RUBRIC = [
  { part: 'authority', weight: 6, sources: [BERKELEY, SWGDE] },
  { part: 'child-check', weight: 6, sources: [HOTLINE] },
  { part: 'address', weight: 8, sources: [SWGDE, EXACT_NOTICE] },
  { part: 'time', weight: 8, sources: [SWGDE] },
  { part: 'identifiers', weight: 10, sources: [SWGDE] },
  { part: 'capture', weight: 12, sources: [BERKELEY, SWGDE] },
  { part: 'unchanged', weight: 8, sources: [BERKELEY] },
  { part: 'fixity', weight: 10, sources: [BERKELEY] },
  { part: 'custody', weight: 8, sources: [BERKELEY] },
  { part: 'minimisation', weight: 4, sources: [PROPORTION, BYSTANDERS] },
] as const;

export type RecordPart = (typeof RECORD_RUBRIC)[number]['part'];
