import type { Citation } from '#kernel/model/citation.ts';

export const EVIDENCE_FIRST: Citation = {
  code: 'SEED',
  mark: 'V',
  says: 'Policy is based on evidence, and is designed with practitioners and survivors.',
};
export const HEAR_FIRST: Citation = {
  code: 'ODI',
  mark: 'V',
  says: 'Survivors take part in policy as experts, in seats that are paid. How early a seat is heard is a rule of the authors.',
};
export const MINIMUM_HARM: Citation = {
  code: 'SEED',
  mark: 'V',
  says: 'Duties fit the model and the risk of a site, so that none is hit out of proportion.',
};
