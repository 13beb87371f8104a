/**
 * Indicators that the generator plants or labels by itself, whatever sentences the lexicon holds: each has to be in the
 * catalogue. What a sentence shows is named beside it in the lexicon.
 */
export const PLANTED_INDICATORS = [
  'third-person-voice',
  'trust-assurance-wording',
  'confined-location',
  'no-limits-offer',
  'manager-reference',
  'coercion-slip',
  'price-below-market',
  'always-available',
  'obscured-phone',
  'shared-phone',
  'same-room',
  'shared-image-id',
  'shared-payment-handle',
  'template-text',
  'pm-age-edited',
  'own-limits-stated',
  'own-screening',
  'rest-gaps',
  'continuity-of-identity',
] as const;
