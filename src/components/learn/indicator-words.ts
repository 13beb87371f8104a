import type { Indicator, MarketProfileId } from '#core/indicators/schemas.ts';

/** Groups in the order in which the catalogue shows them. */
export const GROUP_WORDS: Readonly<Record<Indicator['group'], string>> = {
  'ad-text': 'In the text of an ad',
  'third-party-control': 'Somebody else decides',
  contact: 'Contact',
  media: 'Pictures and rooms',
  price: 'Price and availability',
  movement: 'Place and movement',
  payment: 'Payment',
  link: 'Links between ads',
  'possible-minor': 'Possible minor',
  trap: 'Traps',
  cue: 'Protective cues',
};

export const KIND_WORDS: Readonly<Record<Indicator['kind'], string>> = {
  sign: 'Sign',
  trap: 'Trap',
  cue: 'Protective cue',
};

/** A strength as one word, as it stands in a list. */
export function strengthWord({ kind, strength }: Pick<Indicator, 'kind' | 'strength'>): string {
  if (kind === 'trap') return 'Not a sign';
  if (strength === 'none') return 'None';
  const word = strength.charAt(0).toUpperCase() + strength.slice(1);
  return kind === 'cue' ? `${word}, lowers` : word;
}

const RAISES: Readonly<Record<Indicator['strength'], string>> = {
  weak: 'Weak means: seen less than twice as often in controlled ads as in others.',
  moderate: 'Moderate means: seen two to five times as often in controlled ads as in others.',
  strong: 'Strong means: seen more than five times as often in controlled ads as in others. Strong is still not proof.',
  safeguard: 'Safeguard means: outside the scale. It is passed on at once, whatever else the ad says.',
  none: 'None means: seen about as often in other ads, so it moves nothing.',
};

const LOWERS: Readonly<Record<Indicator['strength'], string>> = {
  ...RAISES,
  weak: 'Weak means: seen less than twice as often in other ads as in controlled ones.',
  moderate: 'Moderate means: seen two to five times as often in other ads as in controlled ones.',
  strong: 'Strong means: seen more than five times as often in other ads as in controlled ones. A cue can be copied.',
};

/** What the word for a strength means, as a range of the likelihood ratio. */
export const strengthMeaning = ({ kind, strength }: Pick<Indicator, 'kind' | 'strength'>): string =>
  kind === 'cue' ? LOWERS[strength] : RAISES[strength];

export const EVIDENCE_WORDS: Readonly<Record<Indicator['evidence'], string>> = {
  supported: 'Supported by research',
  mixed: 'Research disagrees',
  contradicted: 'Contradicted by research',
  untested: 'Not tested',
};

/** The invented markets of the kit, by what their law says. */
export const PROFILE_WORDS: Readonly<Record<MarketProfileId, string>> = {
  REG: 'licensed agencies are lawful',
  BUY: 'buying is punishable, advertising for oneself is lawful',
  PRO: 'all sale is an offence, and ads are short and guarded',
  TPC: 'sale is lawful, but nobody else may earn from it',
  JOB: 'job board across borders',
  SOC: 'social network',
};

export const CONTEXT_WORDS = {
  more: 'Counts for more',
  less: 'Counts for less',
  none: 'Counts for nothing',
} as const;

/** The first sentence of a text, for lists. */
export const firstSentence = (text: string): string => text.match(/^.*?[.!?](?=\s|$)/)?.[0] ?? text;
