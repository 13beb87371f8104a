import type { Citation } from '#core/indicators/schemas.ts';

const BERKELEY: Citation = {
  code: 'BP',
  mark: 'V',
  says: 'Preservation keeps integrity, custody and an untouched original.',
};
const SWGDE: Citation = {
  code: 'SWG',
  mark: 'A',
  says: 'Online content is acquired with plan, address, time and context.',
};
const HOTLINE: Citation = {
  code: 'INH',
  mark: 'V',
  says: 'Suspected child material is reported by its address and never copied.',
};
const NOTICE: Citation = {
  code: 'DSA',
  mark: 'V',
  says: 'A notice to a platform names the exact electronic location.',
};

/**
 * What a record is worth, part by part. Weights follow the points of the kit's evidence rubric (training values). Each part
 * is a share from 0 to 1 over the ads that belong in the locker, so that leaving one out costs in every part.
 */
export const RECORD_RUBRIC = [
  { part: 'authority', weight: 6, sources: [BERKELEY, SWGDE] },
  { part: 'child-check', weight: 6, sources: [HOTLINE] },
  { part: 'address', weight: 8, sources: [SWGDE, NOTICE] },
  { part: 'time', weight: 8, sources: [SWGDE] },
  { part: 'identifiers', weight: 10, sources: [SWGDE] },
  { part: 'capture', weight: 12, sources: [BERKELEY, SWGDE] },
  { part: 'first-version', weight: 8, sources: [BERKELEY] },
  { part: 'fixity', weight: 10, sources: [BERKELEY] },
  { part: 'custody', weight: 8, sources: [BERKELEY] },
  { part: 'minimisation', weight: 4, sources: [BERKELEY] },
] as const;

export type RecordPart = (typeof RECORD_RUBRIC)[number]['part'];
