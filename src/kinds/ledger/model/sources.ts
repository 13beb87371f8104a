import type { Citation } from '#kernel/model/citation.ts';

export const ONE_PAYMENT: Citation = {
  code: 'FINT',
  mark: 'A',
  says: 'One payment means little; payments are read as a whole. From a reprint of the list of 2016.',
};
export const MONEY_FLOWS: Citation = {
  code: 'FATF18',
  mark: 'A',
  says: 'Money from trafficking passes through accounts of others and through businesses with lawful income. A summary was read.',
};
export const NO_BAR: Citation = {
  code: 'KRACH',
  mark: 'H',
  says: 'The illegal or immoral character of earnings does not bar compensation for what was taken. The legal summary was read.',
};
