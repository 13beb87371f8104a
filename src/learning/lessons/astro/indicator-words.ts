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

/** The first sentence of a text, for lists. */
export const firstSentence = (text: string): string => text.match(/^.*?[.!?](?=\s|$)/)?.[0] ?? text;
