import type { ClaimId } from './claims.ts';
import type { PlatformFaults } from './platform.ts';
import type { HiddenHalf, PublicHalf } from './tested-platform.ts';

/** A place of a platform file that contradicts another one. */
export interface PlatformContradiction {
  readonly code:
    | 'platform.chance-too-low'
    | 'platform.chance-too-high'
    | 'platform.form-otherwise'
    | 'platform.label-unasked';
  readonly path: readonly (string | number)[];
  readonly params: Readonly<Record<string, string | number>>;
}

/** Chances from which a trait that is stated as a fault may be seen, and from which a sound one may not. */
const MIN_OF_FAULT = 20;
const MAX_OF_SOUND = 49;

/** By claim: the trait that says the same, and whether its value is a fault. */
const STATED: Readonly<Partial<Record<ClaimId, readonly [keyof PlatformFaults, (traits: PlatformFaults) => boolean]>>> =
  {
    'declared-age': ['ageCheck', ({ ageCheck }) => ageCheck < 1],
    'document-age': ['ageCheck', ({ ageCheck }) => ageCheck < 2],
    edit: ['editLeak', ({ editLeak }) => editLeak],
    repost: ['repostLeak', ({ repostLeak }) => repostLeak >= MIN_OF_FAULT],
    consent: ['consentCheck', ({ consentCheck }) => consentCheck < 2],
    'document-reuse': ['consentCheck', ({ consentCheck }) => consentCheck < 3],
    image: ['knownImageLeak', ({ knownImageLeak }) => knownImageLeak >= MIN_OF_FAULT],
    'removal-returns': ['permanentRemoval', ({ permanentRemoval }) => !permanentRemoval],
    'route-closed': ['closedRoutes', ({ closedRoutes }) => closedRoutes.length > 0],
    'false-report-upheld': ['upholdsFalseReports', ({ upholdsFalseReports }) => upholdsFalseReports],
    'over-block': ['overBlocking', ({ overBlocking }) => overBlocking >= MIN_OF_FAULT],
    'not-referred': ['referral', ({ referral }) => referral === 'never'],
    'no-data': ['referral', ({ referral }) => referral === 'without-data'],
    'not-kept': ['preservationKept', (traits) => traits.preservationKept < 100 || traits.preservationDays < 90],
  };

/**
 * Contradictions inside a platform file: a trait that is a fault with a chance of less than 20 per cent, or one that is
 * none with 50 or more; a public form that does not fit the closed routes; a check of labels for which nobody asks. `languages` are those of the market.
 */
export function platformContradictions(
  half: { readonly public: PublicHalf; readonly hidden: HiddenHalf },
  languages: readonly string[],
): PlatformContradiction[] {
  const { traits, chances } = half.hidden;
  const found = Object.entries(STATED).flatMap(([claim, [trait, isFault]]): PlatformContradiction[] => {
    const chance = chances[claim as ClaimId];
    const path = ['hidden', 'chances', claim];
    if (isFault(traits) && chance < MIN_OF_FAULT)
      return [{ code: 'platform.chance-too-low', path, params: { claim, chance, trait, least: MIN_OF_FAULT } }];
    if (!isFault(traits) && chance > MAX_OF_SOUND)
      return [{ code: 'platform.chance-too-high', path, params: { claim, chance, trait, most: MAX_OF_SOUND } }];
    return [];
  });
  const isUnasked = half.hidden.checksLabels && half.public.machineMadePictures === 'not-asked';
  const labels = isUnasked
    ? [{ code: 'platform.label-unasked', path: ['hidden', 'checksLabels'], params: {} } as const]
    : [];
  return [...found, ...formContradictions(half.public, traits, languages), ...labels];
}

function formContradictions(
  { form }: PublicHalf,
  { closedRoutes }: PlatformFaults,
  languages: readonly string[],
): PlatformContradiction[] {
  const says = [
    ['account', 'no-account', form.account],
    ['screenReader', 'screen-reader', !form.screenReader],
    ['languages', 'other-language', !languages.every((language) => form.languages.includes(language))],
  ] as const;
  return says
    .filter(([, route, closed]) => closed !== closedRoutes.includes(route))
    .map(([field, route]) => ({
      code: 'platform.form-otherwise',
      path: ['public', 'form', field],
      params: { field, route },
    }));
}
