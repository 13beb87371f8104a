import type { Citation } from '#core/indicators/schemas.ts';

export const BUDAPEST: Citation = {
  code: 'BUD',
  mark: 'V',
  says: 'What a request to preserve has to name, article 29(2); that the act is an offence in both States is not needed, 29(3).',
};
export const PERIOD_TREATY: Citation = {
  code: 'BUD',
  mark: 'U',
  says: 'Up to 90 days, renewable, article 16(2). Not reached; unverified.',
};
export const PERIOD_EU: Citation = {
  code: 'EEV',
  mark: 'V',
  says: 'A European preservation order holds for 60 days and can be extended by 30.',
};
export const VANISHED: Citation = {
  code: 'OB25',
  mark: 'V',
  says: 'A platform removed a reported profile and told nobody.',
};
export const NOTICE: Citation = {
  code: 'DSA',
  mark: 'V',
  says: 'A notice gives reasons, the exact address, name and e-mail, and a statement of good faith, article 16(2).',
};
export const ORDER: Citation = {
  code: 'DSA',
  mark: 'V',
  says: 'An order names its legal basis, why the content is illegal, the authority, where to find it, and redress, article 9.',
};
export const ASSISTANCE: Citation = {
  code: 'BUD',
  mark: 'U',
  says: 'General rules of mutual assistance. Not reached; the list of parts follows practice and is unverified.',
};
export const DUAL_CRIMINALITY: Citation = {
  code: 'SEED',
  mark: 'V',
  says: 'Section R4: where the law of the other State does not know the offence, assistance can fail.',
};
export const PRESERVE_FIRST: Citation = {
  code: 'SEED',
  mark: 'V',
  says: 'Sections R2 and R5: data are secured before anything that may lead to their removal.',
};
export const DIRECT_SUBSCRIBER: Citation = {
  code: 'AP2',
  mark: 'U',
  says: 'Direct requests for subscriber data, article 7. Not reached; unverified.',
};
