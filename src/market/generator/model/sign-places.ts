import { pickByWeight } from '#kernel/model/pick-by-weight.ts';
import type { Family } from '#market/ads/model/families.ts';

/**
 * Where an ad shows what its persona says or shows:
 * - `text`: a line of the text;
 * - `field`: a field of the page, named by `FIELD_OF`;
 * - `voice`: how the author types;
 * - `copy`: a name that a copied text has kept;
 * - `absence`: what is missing, such as the name of an employer; a comment may ask for it;
 * - `removed`: a line of the first version, which stood for some minutes;
 * - `comment`: a talk below the post;
 * - `profile`: what the site says about the account;
 * - `record`: what a lawful request brings, and nothing on the page.
 */
export type SignPlace = 'text' | 'field' | 'voice' | 'copy' | 'absence' | 'removed' | 'comment' | 'profile' | 'record';

/** Places of one indicator with the chance of each; the chances of one indicator sum to 1. */
type Places = readonly (readonly [SignPlace, number])[];

/**
 * What nobody would write leaves the text, and of what is common a part moves into fields, so that at most two lines in
 * five say something that is counted. Chances are training values. An indicator that is not named shows in the text.
 */
const PLACES: Readonly<Record<Family, Readonly<Record<string, Places>>>> = {
  services: {
    'no-limits-offer': [
      ['text', 0.24],
      ['field', 0.76],
    ],
    'ethnicity-selling-point': [
      ['text', 0.2],
      ['field', 0.8],
    ],
    'trust-assurance-wording': [
      ['text', 0.2],
      ['field', 0.8],
    ],
    'house-set-terms': [
      ['text', 0.24],
      ['field', 0.76],
    ],
    'confined-location': [
      ['text', 0.2],
      ['field', 0.8],
    ],
    'manager-reference': [
      ['text', 0.24],
      ['field', 0.76],
    ],
    'interchangeable-persons': [
      ['text', 0.3],
      ['field', 0.7],
    ],
    'pay-to-other-name': [
      ['text', 0.2],
      ['field', 0.8],
    ],
    'language-mismatch': [['field', 1]],
    'persona-inconsistency': [['copy', 1]],
    'coercion-slip': [
      ['removed', 0.6],
      ['record', 0.4],
    ],
    'continuity-of-identity': [
      ['record', 0.9],
      ['text', 0.1],
    ],
    'rest-gaps': [
      ['record', 0.85],
      ['text', 0.15],
    ],
    'own-limits-stated': [
      ['text', 0.2],
      ['field', 0.8],
    ],
    'own-screening': [
      ['text', 0.2],
      ['field', 0.8],
    ],
    'declared-business-id': [
      ['text', 0.2],
      ['field', 0.8],
    ],
    'n-nationality': [
      ['text', 0.15],
      ['field', 0.85],
    ],
    'n-short-stay': [
      ['text', 0.15],
      ['field', 0.85],
    ],
    'n-client-screening': [
      ['text', 0.15],
      ['field', 0.85],
    ],
    'n-face-hidden': [
      ['text', 0.15],
      ['field', 0.85],
    ],
    'n-messenger-only': [
      ['text', 0.15],
      ['field', 0.85],
    ],
    'n-cash-or-crypto': [
      ['text', 0.15],
      ['field', 0.85],
    ],
    'n-sex-work': [['field', 1]],
    'n-single-tattoo': [['field', 1]],
    'n-young-look': [['profile', 1]],
    'n-migrant-language': [['voice', 1]],
  },
  jobs: {
    'lj-vague-employer': [['absence', 1]],
    'lj-upfront-fee': [
      ['text', 0.5],
      ['comment', 0.5],
    ],
    'lj-document-retention': [
      ['text', 0.5],
      ['comment', 0.5],
    ],
    'lj-deductions-debt': [
      ['text', 0.6],
      ['comment', 0.4],
    ],
    'lj-visa-mismatch': [
      ['text', 0.6],
      ['comment', 0.4],
    ],
    'lj-no-contract-rush': [
      ['text', 0.6],
      ['field', 0.4],
    ],
    'rs-irrelevant-criteria': [
      ['text', 0.7],
      ['field', 0.3],
    ],
    'declared-business-id': [
      ['text', 0.4],
      ['field', 0.6],
    ],
    'n-job-commonplaces': [
      ['text', 0.4],
      ['field', 0.6],
    ],
  },
  social: {
    'lj-vague-employer': [['absence', 1]],
    'lj-upfront-fee': [
      ['text', 0.5],
      ['comment', 0.5],
    ],
    'declared-business-id': [
      ['text', 0.4],
      ['field', 0.6],
    ],
    'n-migrant-language': [['voice', 1]],
  },
};

/** Where everything else shows. */
const IN_TEXT: Places = [['text', 1]];

/** Fields in which indicators show that stand in none of the fields of every ad. */
export const FIELD_OF: Readonly<Record<string, string>> = {
  'language-mismatch': 'written',
  'no-limits-offer': 'wishes',
  'ethnicity-selling-point': 'headline',
  'trust-assurance-wording': 'headline',
  'house-set-terms': 'prices',
  'confined-location': 'visits',
  'manager-reference': 'booking',
  'interchangeable-persons': 'hosts',
  'pay-to-other-name': 'deposit',
  'own-limits-stated': 'wishes',
  'own-screening': 'booking',
  'declared-business-id': 'register',
  'lj-no-contract-rush': 'start',
  'rs-irrelevant-criteria': 'wanted',
  'n-job-commonplaces': 'offered',
  'n-nationality': 'from',
  'n-short-stay': 'stay',
  'n-client-screening': 'guests',
  'n-face-hidden': 'face',
  'n-messenger-only': 'contact',
  'n-cash-or-crypto': 'payment',
  'n-sex-work': 'section',
  'n-single-tattoo': 'tattoo',
  'n-young-look': 'checked',
};

/** Places that are not on the page. */
export const isRecord = (place: SignPlace) => place === 'record';

/**
 * The place of an indicator for one master text.
 *
 * @param draw A number from 0 up to, but not including, 1, drawn for the master and the indicator. It reads nothing of who
 *   is behind the ad.
 */
export function placeOf(family: Family, id: string, draw: number): SignPlace {
  const places = PLACES[family][id] ?? IN_TEXT;
  const chances = places.map(([, chance]) => chance);
  return (places[pickByWeight(chances, draw, 1)] as Places[number])[0];
}

/** The chance that an indicator shows on the page, where it is shown at all. */
export function chanceOnPage(family: Family, id: string): number {
  const places = PLACES[family][id] ?? IN_TEXT;
  return places.reduce((sum, [place, chance]) => sum + (isRecord(place) ? 0 : chance), 0);
}
