import type { Citation } from '#kernel/model/citation.ts';

export const MIXED_TEAMS: Citation = {
  code: 'SEED',
  mark: 'V',
  says: 'Mixed teams placed invented ads on several sites, counted what was stopped and reported, and told a parliament.',
};
export const NOTICE_AND_REASONS: Citation = {
  code: 'DSA',
  mark: 'V',
  says: 'Art. 16: a host lets anyone report, confirms the report, decides with care and says what it decided. Art. 18: it tells the authority of a threat to life or safety.',
};
