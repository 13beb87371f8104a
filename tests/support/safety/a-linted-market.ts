import { MARKET_SCHEMA } from '#market/documents/model/header-schemas.ts';
import type { AllowedWords } from '#safety/content/model/allowed-words.ts';
import type { LintedAd, LintedMarket } from '#safety/content/model/linted-market.ts';

const words = (text: string) => text.match(/\p{L}+/gu) ?? [];

/** The vocabulary of a very small market. */
export const ALLOWED: AllowedWords = {
  words: new Set([
    ...words(
      'Clean room and good tea. Good tea. Please be on time. From Kelvic. SIM one hour to h R pid a sim green curtain oval mirror',
    ),
    ...words(
      'Ostrel Kelvast Orlish woman ▒▒▒ number in picture mark M Account eight days old Published again dev payer',
    ),
  ]),
  names: new Set(['Mira', 'Lio']),
  towns: new Set(['Ostrel', 'Kelvast']),
  labels: new Set(['Kelvic', 'Orlish', 'woman']),
  says: [{ id: 'n-nationality', isTrap: true, pattern: /From [^.!?]{1,40}\./u }],
  glyph: false,
};

/** An ad that breaks no rule. */
export function aLintedAd(change: Partial<LintedAd> & Record<string, unknown> = {}): LintedAd {
  const fields = {
    town: 'Ostrel',
    price: 'SIM 150, one hour',
    hours: '11 to 19 h',
    phone: '+999 512 345 678',
    room: 'R-17: green curtain, oval mirror',
    picture: 'pid-1234',
    payment: '$sim-mira',
    account: 'a-0123',
    origin: 'Kelvic',
    gender: 'woman',
    languages: 'Orlish',
  };
  return {
    id: '0301',
    title: 'Mira, Ostrel',
    versions: [{ sentences: ['Clean room and good tea.', 'From Kelvic.'], fields }],
    ...change,
  };
}

/** The ad with other words or fields in its only version. */
export function anAdWith(sentences: readonly string[], fields: Record<string, string> = {}): LintedAd {
  const [version] = aLintedAd().versions ?? [];
  return aLintedAd({ versions: [{ sentences, fields: { ...version?.fields, ...fields } }] });
}

/** A closed card that says nothing but facts. */
export function aWithheldAd(change: Record<string, unknown> = {}): LintedAd {
  return { id: '0302', title: '', versions: [], withheld: { facts: ['Account eight days old.'] }, ...change };
}

/** A market that breaks no rule. */
export function aLintedMarket(change: Partial<LintedMarket> & Record<string, unknown> = {}): LintedMarket {
  return {
    schema: MARKET_SCHEMA,
    synthetic: true,
    marketId: '0123456789abcdef',
    notice: 'SYNTHETIC TRAINING MATERIAL – no real person, place or offer',
    profile: 'BUY',
    sites: [{ id: 'ostrel-smallads', name: 'Ostrel Small Ads', host: 'ostrel-smallads.example' }],
    ads: [aLintedAd(), aWithheldAd()],
    ...change,
  } as LintedMarket;
}
