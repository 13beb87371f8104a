import type { AuthorityRow, StateLaw } from '#evidence/law/model/authority.ts';

const row = (id: AuthorityRow['id'], more: Partial<AuthorityRow>): AuthorityRow => ({
  id,
  name: id,
  data: [],
  keep: ['prosecutor', 'judge'],
  keepUrgent: ['unit-head'],
  order: ['judge'],
  validated: [],
  emergency: [],
  minYears: 0,
  threshold: 'any offence',
  ...more,
});

/** The law of a State of its own: a prosecutor orders who somebody is, and a judge what somebody wrote. */
export const LAW: StateLaw = {
  id: 'ostreland',
  name: 'Ostreland',
  validation: 'In writing.',
  validateWithinHours: 48,
  rows: [
    row('subscriber', {
      data: ['subscriber', 'verification'],
      order: ['investigator', 'prosecutor', 'judge'],
      validated: ['investigator'],
      emergency: ['unit-head'],
    }),
    row('traffic', { data: ['logins', 'device'], minYears: 3 }),
    row('content', { data: ['versions', 'messages', 'moderation'], minYears: 3 }),
    row('payer', { data: ['payment'], order: ['investigator', 'prosecutor', 'judge'] }),
  ],
};
