import type { Indicator, MarketProfileId } from '#market/signs/model/schemas.ts';

/** Groups in the order in which the catalogue shows them. */
export const GROUP_WORDS: Readonly<Record<Indicator['group'], string>> = {
  'ad-text': 'What an ad says, and how',
  'third-party-control': 'Another person decides',
  contact: 'Contact',
  media: 'Pictures and rooms',
  price: 'Price and availability',
  movement: 'Place and movement',
  payment: 'Payment',
  link: 'Links between ads',
  'job-offer': 'Offers of work',
  recruitment: 'Recruitment posts',
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

const OFTEN = {
  weak: 'less than twice as often',
  moderate: 'two to five times as often',
  strong: 'five times as often or more',
} as const;

/** What the word for a strength means, as a range of the likelihood ratio, and among which ads it is seen. */
export function strengthMeaning({
  kind,
  strength,
  likelihood,
}: Pick<Indicator, 'kind' | 'strength' | 'likelihood'>): string {
  if (strength === 'safeguard')
    return 'Safeguard means: outside the scale. It is passed on at once, whatever else the ad says.';
  if (strength === 'none') return 'None means: the kit gives it no weight, so it moves nothing.';
  const word = strength.charAt(0).toUpperCase() + strength.slice(1);
  const raised =
    likelihood && 'deceptive' in likelihood ? ['deceptive offers', 'lawful ones'] : ['controlled ads', 'others'];
  const [here, there] = kind === 'cue' ? ['other ads', 'controlled ones'] : raised;
  const reserve = strength !== 'strong' ? '' : kind === 'cue' ? ' A cue can be copied.' : ' Strong is still not proof.';
  return `${word} means: in the training values of this kit, seen ${OFTEN[strength]} in ${here} as in ${there}.${reserve}`;
}

export const EVIDENCE_WORDS: Readonly<Record<Indicator['evidence'], string>> = {
  supported: 'Supported by research',
  mixed: 'Research disagrees',
  contradicted: 'Contradicted by research',
  untested: 'Not tested',
};

/** The invented markets of the kit, by what their law says. */
export const PROFILE_WORDS: Readonly<Record<MarketProfileId, string>> = {
  REG: 'licensed houses are lawful',
  BUY: 'buying is punishable, advertising for oneself is lawful',
  PRO: 'all sale is an offence, and ads are short and guarded',
  TPC: 'sale is lawful, but no other person may earn from it',
  JOB: 'job board across borders',
  SOC: 'social network',
};

/** What an entry counts for in a market; `usual` where the catalogue says nothing else. */
export const CONTEXT_WORDS = {
  usual: 'as usual',
  more: 'for more',
  less: 'for less',
  none: 'for nothing',
} as const;

/** The first sentence of a text, for lists. */
export const firstSentence = (text: string): string => text.match(/^.*?[.!?](?=\s|$)/)?.[0] ?? text;
