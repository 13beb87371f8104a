import { z } from 'zod';
import { MarketProfileIdSchema } from '#core/indicators/schemas.ts';

const text = z.string().min(1);

/** In per cent. Above a half the other actors would find no room. */
const share = z.number().min(0).max(50);

/** A market profile: the invented place whose law, prices and habits decide what a sign is worth there. */
export const MarketProfileSchema = z.strictObject({
  id: MarketProfileIdSchema,
  name: text,
  state: text,
  summary: text,
  /** The local law in two lines, as the trainee's market card shows it. */
  law: z.array(text).length(2),
  agencies: text,
  symbols: text,
  touring: text,
  reportTo: text,
  languages: z.array(text).min(1),
  currency: z.literal('SIM'),
  /** Median price of one hour in SIM, per town. */
  towns: z.array(z.strictObject({ name: text, median: z.number().int().positive() })).min(2),
  site: z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    name: text,
    host: z.string().regex(/^[a-z0-9-]+\.example$/),
    section: text,
    face: z.enum(['classifieds', 'directory', 'board']),
  }),
  /** Share of controlled ads, in per cent, under each announced name. */
  prevalence: z.strictObject({ CALIBRATION: share, NEEDLE: share, FIELD: share, PRACTICE: share }),
});

/** Text whose open places, written `{name}`, are among those that whoever uses it fills in. */
const textWith = (...slots: string[]) =>
  text.refine((written) => [...written.matchAll(/\{(\w+)\}/g)].every(([, slot = '']) => slots.includes(slot)), {
    message: slots.length > 0 ? `only {${slots.join('}, {')}} can be filled in here` : 'nothing is filled in here',
  });

/** One way of saying one thing. At most one of `sign`, `trap`, `cue` names what the sentence shows. */
const phrase = (...slots: string[]) =>
  z
    .strictObject({
      text: textWith(...slots),
      sign: z.string().optional(),
      trap: z.string().optional(),
      cue: z.string().optional(),
    })
    .refine(({ sign, trap, cue }) => [sign, trap, cue].filter(Boolean).length <= 1, { message: 'one label at most' });

const phrases = (...slots: string[]) => z.array(phrase(...slots)).min(1);
const titles = (...slots: string[]) => z.array(textWith(...slots)).min(1);

/** Every set of sentences that the generator draws from, with the places it fills in. */
const PhrasesSchema = z.strictObject({
  'opening-independent': phrases('name', 'town'),
  'own-third-person-voice': phrases('name', 'town'),
  'own-no-limits-offer': phrases('name', 'town'),
  'own-confined-location': phrases('name', 'town'),
  'own-manager-reference': phrases('name', 'town'),
  'own-trust-assurance-wording': phrases('name', 'town'),
  'opening-duo': phrases('name', 'other', 'town'),
  /** First how to ask for one of the two, then rules of theirs. */
  duo: z.array(phrase()).min(2),
  'opening-agency': phrases('name', 'town', 'house', 'code'),
  agency: z
    .array(
      phrase('name', 'town', 'house', 'code').refine(({ sign, cue }) => sign !== undefined || cue !== undefined, {
        message: 'a sign or a cue says how often it is drawn',
      }),
    )
    .min(1),
  'opening-overt': phrases('name', 'town'),
  'no-limits-offer': phrases('name', 'town'),
  'confined-location': phrases('name', 'town'),
  'manager-reference': phrases('name', 'town'),
  'house-set-terms': phrases('name', 'town'),
  'coercion-slip': phrases('name', 'town'),
  'trust-assurance-wording': phrases('name', 'town', 'other'),
  'pay-to-other-name': phrases('name', 'town', 'other'),
  'opening-scammer': phrases('name', 'town', 'other'),
  bot: phrases('name', 'code'),
  'own-limits-stated': phrases('name', 'town'),
  'own-screening': phrases('name', 'town'),
  'rest-gaps': phrases('name', 'town'),
  'continuity-of-identity': phrases('name', 'town'),
  'n-short-stay': phrases('town'),
  'n-migrant-language': phrases('name', 'town'),
  'n-client-screening': phrases('name', 'town'),
  'n-messenger-only': phrases('name', 'town'),
  'n-cash-or-crypto': phrases('name', 'town'),
  'n-face-hidden': phrases('name', 'town'),
  filler: phrases(),
});

/** The closed vocabulary of a language: no word outside it can come out of the generator (rule C02). */
export const LexiconSchema = z.strictObject({
  locale: text,
  names: z
    .array(text)
    .min(60)
    .refine((names) => new Set(names).size === names.length, { message: 'each name stands once' }),
  agencyNames: z.array(text).min(4),
  titles: z.strictObject({
    person: titles('name', 'town'),
    duo: titles('name', 'other', 'town'),
    agency: titles('name', 'town', 'house'),
    scammer: titles('name', 'town', 'other'),
    bot: titles('name'),
  }),
  phrases: PhrasesSchema,
  rooms: z.array(text).min(12),
  hours: z.strictObject({ limited: z.array(text).min(4), always: z.array(text).min(1) }),
  /** The neutral facts on a card that stands in place of an ad that may show a minor; the second is the changed age. */
  withheld: z.array(text).min(2),
  /** Who stands behind a label, for the debrief. */
  why: z.strictObject({ independent: text, duo: text, agency: text, controlled: text, scammer: text, bot: text }),
  /** The words that an invented site puts around an ad. */
  site: z.strictObject({
    posted: text,
    edited: text,
    renewed: text,
    times: text,
    gone: text,
    notDialable: text,
    mark: text,
    fields: z.strictObject({
      town: text,
      price: text,
      hours: text,
      phone: text,
      room: text,
      picture: text,
      payment: text,
      account: text,
      languages: text,
    }),
  }),
});

export type MarketProfile = z.output<typeof MarketProfileSchema>;
export type Phrase = z.output<ReturnType<typeof phrase>>;
export type Lexicon = z.output<typeof LexiconSchema>;
export type PhraseKey = keyof Lexicon['phrases'];
export type TitleKey = keyof Lexicon['titles'];
export type PrevalenceName = keyof MarketProfile['prevalence'];
