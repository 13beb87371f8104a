import type { MarketProfile } from './schemas.ts';

export type Family = MarketProfile['family'];

/** Traces that ads can share. A trace shared by ads of different personas shows the indicator named beside it. */
export const SHARED_TRACES = {
  phone: 'shared-phone',
  template: 'template-text',
  picture: 'shared-image-id',
  room: 'same-room',
  mark: 'repeated-mark',
  handle: 'shared-payment-handle',
  payer: 'shared-account-or-payer',
  fees: 'bulk-ad-fees',
  device: 'shared-device-tag',
  sync: 'posting-sync',
  circuit: 'shared-circuit',
  arrival: 'group-arrival',
  burst: 'account-burst',
  collector: 'collector-account',
} as const;
export type SharedTrace = keyof typeof SHARED_TRACES;

/** Where an indicator shows other than in a sentence: in a field, in a shared trace, or in the records of an ad. */
export type ShownElsewhere =
  | { readonly id: string; readonly in: 'field'; readonly field: 'price' | 'hours' | 'phone' | 'pay' }
  | { readonly id: string; readonly in: 'shared'; readonly trace: SharedTrace }
  | { readonly id: string; readonly in: 'record'; readonly record: RecordName };

/** Records of an ad that are not on its page. */
export const RECORD_NAMES = ['phones', 'renewals', 'notes', 'ledger', 'consent', 'contacts'] as const;
export type RecordName = (typeof RECORD_NAMES)[number];

const shared = (trace: SharedTrace, id: string = SHARED_TRACES[trace]): ShownElsewhere => ({ id, in: 'shared', trace });
const record = (id: string, name: RecordName): ShownElsewhere => ({ id, in: 'record', record: name });

/**
 * Indicators that ads of one family can show: in sentences (in this order), and elsewhere. At most 32 of each, one bit
 * each.
 */
export interface FamilyPlan {
  readonly said: readonly { readonly id: string; readonly kind: 'sign' | 'cue' | 'trap' }[];
  readonly shown: readonly ShownElsewhere[];
}

const said = (kind: 'sign' | 'cue' | 'trap', ...ids: string[]) => ids.map((id) => ({ id, kind }));

/** Number of variants of the commonplace trap of job ads; each is a sentence of its own. */
export const COMMONPLACE_VARIANTS = 6;

export const FAMILIES: Readonly<Record<Family, FamilyPlan>> = {
  services: {
    said: [
      ...said(
        'sign',
        'third-person-voice',
        'no-limits-offer',
        'ethnicity-selling-point',
        'trust-assurance-wording',
        'language-mismatch',
        'persona-inconsistency',
        'coercion-slip',
        'house-set-terms',
        'confined-location',
        'manager-reference',
        'interchangeable-persons',
        'pay-to-other-name',
      ),
      ...said(
        'cue',
        'own-limits-stated',
        'own-screening',
        'declared-business-id',
        'continuity-of-identity',
        'rest-gaps',
      ),
      ...said(
        'trap',
        'n-sex-work',
        'n-nationality',
        'n-migrant-language',
        'n-young-look',
        'n-single-tattoo',
        'n-short-stay',
        'n-client-screening',
        'n-face-hidden',
        'n-messenger-only',
        'n-cash-or-crypto',
      ),
    ],
    shown: [
      { id: 'price-below-market', in: 'field', field: 'price' },
      { id: 'always-available', in: 'field', field: 'hours' },
      { id: 'obscured-phone', in: 'field', field: 'phone' },
      ...(Object.keys(SHARED_TRACES) as SharedTrace[]).map((trace) => shared(trace)),
      record('phone-churn', 'phones'),
      record('round-clock-posting', 'renewals'),
      record('other-person-answers', 'notes'),
      record('scripted-replies', 'notes'),
      record('buyer-report-control', 'notes'),
      record('earnings-swept', 'ledger'),
      record('own-payout', 'ledger'),
      record('consent-record-fresh', 'consent'),
    ],
  },
  jobs: {
    said: [
      ...said(
        'sign',
        'lj-upfront-fee',
        'lj-document-retention',
        'lj-vague-employer',
        'lj-deductions-debt',
        'lj-visa-mismatch',
        'lj-no-contract-rush',
        'rs-irrelevant-criteria',
      ),
      ...said('cue', 'declared-business-id'),
      ...said('trap', ...Array.from({ length: COMMONPLACE_VARIANTS }, () => 'n-job-commonplaces')),
    ],
    shown: [
      { id: 'lj-pay-too-good', in: 'field', field: 'pay' },
      shared('phone'),
      shared('handle'),
      shared('payer'),
      shared('device'),
      shared('burst'),
      shared('template', 'rs-mass-identical-offers'),
      shared('collector'),
    ],
  },
  social: {
    said: [
      ...said(
        'sign',
        'rs-irrelevant-criteria',
        'lj-upfront-fee',
        'lj-vague-employer',
        'lj-no-contract-rush',
        'trust-assurance-wording',
      ),
      ...said('cue', 'declared-business-id'),
      ...said('trap', 'n-migrant-language', 'n-nationality', 'n-messenger-only', 'n-cash-or-crypto'),
    ],
    shown: [
      { id: 'lj-pay-too-good', in: 'field', field: 'pay' },
      shared('phone'),
      shared('handle'),
      shared('payer'),
      shared('device'),
      shared('sync'),
      shared('burst'),
      shared('template', 'rs-mass-identical-offers'),
      shared('collector'),
      record('rs-targets-hardship', 'contacts'),
      record('rs-romance-to-work', 'contacts'),
    ],
  },
};

/** Signs of a possible minor: each leads to a closed card, whatever the family (rule C13). */
export const WITHHELD_SIGNS = [
  'pm-age-contradiction',
  'pm-age-edited',
  'pm-school-context',
  'pm-missing-notice',
  'pm-local-symbol',
] as const;

/** Every indicator that the generator may plant; each must exist in the catalogue. */
export const PLANTED_INDICATORS: readonly string[] = [
  ...new Set([
    ...Object.values(FAMILIES).flatMap((family) => [...family.said, ...family.shown].map(({ id }) => id)),
    ...WITHHELD_SIGNS,
  ]),
];

/** Traces whose groups are drawn, in the order of drawing. */
export const GROUPED_TRACES = [
  'phone',
  'template',
  'picture',
  'room',
  'mark',
  'handle',
  'payer',
  'fees',
  'device',
  'sync',
  'circuit',
  'arrival',
  'burst',
  'collector',
] as const satisfies readonly SharedTrace[];
export type GroupedTrace = (typeof GROUPED_TRACES)[number];
