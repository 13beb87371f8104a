import { EXCLUSIONS_7, type Exclusions } from '#market/generator/model/exclusions.ts';

/**
 * What contradicts what in an ad and its records. Who rests on fixed days does not renew ads around the clock or at the
 * minute of others; an account of some years is not opened in a burst; who has the earnings paid out to themselves names
 * no other receiver; who refuses nothing does not choose guests.
 */
export const EXCLUSIONS_8: Exclusions = {
  excludedBy: {
    ...EXCLUSIONS_7.excludedBy,
    'own-screening': ['manager-reference', 'no-limits-offer'],
    'continuity-of-identity': [...(EXCLUSIONS_7.excludedBy['continuity-of-identity'] ?? []), 'account-burst'],
    'rest-gaps': ['always-available', 'round-clock-posting', 'posting-sync'],
    'own-payout': ['pay-to-other-name', 'earnings-swept'],
  },
  drawnLast: new Set([...EXCLUSIONS_7.drawnLast, 'rest-gaps', 'own-payout']),
};
