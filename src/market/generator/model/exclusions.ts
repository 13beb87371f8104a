/**
 * What contradicts what in one ad. A sign or cue is drawn after those that exclude it, only where none of them is, at a
 * rate that keeps its overall rate.
 */
export interface Exclusions {
  /** By indicator: those beside which it is not drawn. */
  readonly excludedBy: Readonly<Record<string, readonly string[]>>;
  /** What is drawn after all other bits; the rest is drawn in the order of its bits, traps first. */
  readonly drawnLast: ReadonlySet<string>;
}

/**
 * What contradicts what in an ad and its records. Who rests on fixed days does not renew ads around the clock or at the
 * minute of others; an account of some years is not opened in a burst; who has the earnings paid out to themselves names
 * no other receiver; who refuses nothing does not choose guests.
 */
export const EXCLUSIONS: Exclusions = {
  excludedBy: {
    'own-limits-stated': ['no-limits-offer', 'manager-reference'],
    'own-screening': ['manager-reference', 'no-limits-offer'],
    'obscured-phone': ['shared-phone'],
    'interchangeable-persons': ['third-person-voice'],
    'language-mismatch': ['n-migrant-language'],
    'confined-location': ['n-short-stay'],
    'continuity-of-identity': ['n-short-stay', 'persona-inconsistency', 'account-burst'],
    'declared-business-id': ['lj-vague-employer'],
    'rest-gaps': ['always-available', 'round-clock-posting', 'posting-sync'],
    'own-payout': ['pay-to-other-name', 'earnings-swept'],
  },
  drawnLast: new Set([
    'own-limits-stated',
    'obscured-phone',
    'interchangeable-persons',
    'language-mismatch',
    'continuity-of-identity',
    'declared-business-id',
    'rest-gaps',
    'own-payout',
  ]),
};
