import type { Citation } from '#core/indicators/schemas.ts';

export const BUDAPEST: Citation = {
  code: 'BUD',
  mark: 'V',
  says: 'Article 29 is about a request from one State to another. Its list in 29(2) is used here as a model for every request to keep data. The act need not be an offence in both States, 29(3).',
};
export const PERIOD_TREATY: Citation = {
  code: 'BUD',
  mark: 'A',
  says: 'Up to 90 days, renewable, article 16(2). The law of each State puts it into effect. Read only as other texts report it.',
};
export const PERIOD_EU: Citation = {
  code: 'EEV',
  mark: 'V',
  says: 'A European preservation order holds for 60 days and can be extended by 30. It is for orders across borders inside the Union, and not for banks.',
};
export const SECRECY: Citation = {
  code: 'BUD',
  mark: 'A',
  says: 'The firm can be obliged to keep the request secret, article 16(3). Read only as other texts report it.',
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
  says: 'An order for information names its legal basis, the authority, whom it is about, why it is needed, and redress, article 10. The article gives the form. The power to order comes from the law of the State.',
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
  mark: 'H',
  says: 'A firm in another State can be asked directly for subscriber data, and for nothing more, article 7. An official summary was read.',
};
