import type { Citation } from '#kernel/model/citation.ts';

export const BERKELEY: Citation = {
  code: 'BP',
  mark: 'V',
  says: 'Preservation keeps integrity, custody and an untouched original.',
};
export const SWGDE: Citation = {
  code: 'SWG',
  mark: 'A',
  says: 'Online content is acquired with plan, address, time and context.',
};
export const HOTLINE: Citation = {
  code: 'INH',
  mark: 'V',
  says: 'Suspected child material is reported by its address, and nothing is attached.',
};
export const THINKUKNOW: Citation = {
  code: 'TUK',
  mark: 'V',
  says: 'Advice to the public in one State: do not copy child material, report it, and look for support. Who may examine it, your law says.',
};
export const EXACT_NOTICE: Citation = {
  code: 'DSA',
  mark: 'V',
  says: 'A notice to a platform names the exact electronic location.',
};
export const REPORT_R2: Citation = {
  code: 'SEED',
  mark: 'V',
  says: 'Sections R2 and R5: data are secured before anything that may lead to their removal.',
};
export const INCITEMENT: Citation = {
  code: 'BANNIK',
  mark: 'H',
  says: 'Undercover work stays passive, rests on prior suspicion and is supervised. The headnote was read, not the judgment.',
};
