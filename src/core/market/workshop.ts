import type { Faker } from '@faker-js/faker';
import type { Indicator } from '#core/indicators/schemas.ts';
import { addMinutes, type Instant } from '#core/kernel/instant.ts';
import { required } from '#core/kernel/invariant.ts';
import type { DraftAd } from './draft-ad.ts';
import { createLexiconFaker } from './lexicon-faker.ts';
import type { PlannedActor } from './plan-actors.ts';
import type { Lexicon, MarketProfile, Phrase, PhraseKey, TitleKey } from './schemas.ts';

/** So many of a hundred ads with a price had another price in their first hour. A training value. */
const EDITED_PERCENT = 10;

/** Values inside a sentence: {name}, {other}, {town}, {house}, {code}. */
export type Slots = Readonly<Record<string, string>>;

/** What every writer of ads needs: words, place, draws, and one supply of names, phones and rooms for the whole market. */
export interface Workshop {
  readonly lexicon: Lexicon;
  readonly profile: MarketProfile;
  readonly catalogue: ReadonlyMap<string, Indicator>;
  readonly faker: Faker;
  /** Draws for whatever must not depend on who stands behind an ad: titles, languages, edits, traps (rule C18). */
  readonly neutral: Faker;
  readonly from: Instant;
  readonly until: Instant;
  /** Each call gives a value that no other ad has got yet. */
  readonly fresh: { name(): string; phone(): string; picture(): string; account(): string; room(): string };
}

/** Sets up the words and the draws of one market. */
export function createWorkshop(
  order: Pick<Workshop, 'lexicon' | 'profile' | 'catalogue' | 'from' | 'until'> & { readonly seed: string },
): Workshop {
  const { lexicon, profile, seed, until } = order;
  const faker = createLexiconFaker(lexicon, profile, seed, 'ads', until);
  const neutral = createLexiconFaker(lexicon, profile, seed, 'neutral', until);
  const supply = createLexiconFaker(lexicon, profile, seed, 'supply', until);
  const names = supply.helpers.shuffle(lexicon.names);
  const rooms = supply.helpers.shuffle(
    Array.from({ length: 60 }, (_, n) => `R-${n + 10}: ${lexicon.rooms[n % lexicon.rooms.length]}`),
  );
  const numbers = (least: number, most: number) =>
    supply.helpers.uniqueArray(() => supply.number.int({ min: least, max: most }), 90);
  const phones = numbers(1000, 9999);
  const pictures = numbers(1000, 9999);
  const accounts = numbers(100, 999);
  const take = <Item>(items: Item[], what: string): Item =>
    required(items.pop(), `another ${what} (the lexicon holds too few)`);
  return {
    ...order,
    faker,
    neutral,
    fresh: {
      name: () => take(names, 'name'),
      phone: () => formatPhone(take(phones, 'phone')),
      picture: () => `pid-${take(pictures, 'picture')}`,
      account: () => `a-0${take(accounts, 'account')}`,
      room: () => take(rooms, 'room'),
    },
  };
}

/** A number of the fictional States: +999 and eight digits, reserved to no one and dialable nowhere (rule C07). */
function formatPhone(number: number): string {
  const digits = String(number);
  return `+999 555 0${digits.slice(0, 2)} ${digits.slice(2)}`;
}

const fill = (text: string, slots: Slots) =>
  text.replace(/\{(\w+)\}/g, (_, slot: string) => required(slots[slot], `slot {${slot}}`));

/** One phrase of the lexicon, filled in. */
export function drawPhrase(workshop: Workshop, key: PhraseKey, slots: Slots): Phrase {
  return fillPhrase(workshop.faker.helpers.arrayElement(phrasesOf(workshop, key)), slots);
}

/** All phrases under a key of the lexicon. */
export function phrasesOf(workshop: Workshop, key: PhraseKey): readonly Phrase[] {
  return workshop.lexicon.phrases[key];
}

/** The phrase with its slots filled in. */
export function fillPhrase(phrase: Phrase, slots: Slots): Phrase {
  return { ...phrase, text: fill(phrase.text, slots) };
}

/** One title of the lexicon, filled in; from the neutral stream, so that a title tells nothing about who wrote it. */
export function drawTitle(workshop: Workshop, key: TitleKey, slots: Slots): string {
  return fill(workshop.neutral.helpers.arrayElement(workshop.lexicon.titles[key]), slots);
}

/** Whether an indicator shows, drawn with the catalogue's training probability times `factor`. */
export function drawShows(
  workshop: Workshop,
  id: string,
  who: 'controlled' | 'independent' | 'agency',
  factor = 1,
): boolean {
  const likelihood = required(workshop.catalogue.get(id)?.likelihood, `likelihood of ${id} in the catalogue`);
  return workshop.faker.number.int({ min: 1, max: 10_000 }) <= Math.round(likelihood[who] * factor * 10_000);
}

/** Prices of one hour that nobody would wonder about, in per cent of the town's median. */
export const ORDINARY_PRICE = { min: 80, max: 135 };

/** A price of one hour, in per cent of the town's median, rounded to five SIM. */
export function drawPrice(
  { profile }: Workshop,
  faker: Faker,
  town: string,
  percent: { min: number; max: number },
): string {
  const { median } = required(
    profile.towns.find((entry) => entry.name === town),
    `town ${town}`,
  );
  return `SIM ${Math.round((median * faker.number.int(percent)) / 500) * 5}, one hour`;
}

const TRAPS = [
  'n-short-stay',
  'n-migrant-language',
  'n-client-screening',
  'n-messenger-only',
  'n-cash-or-crypto',
  'n-face-hidden',
] as const;

/** Two traps at most, from the neutral stream, so that they fall on everyone alike. */
export function drawTraps(workshop: Workshop, slots: Slots): Phrase[] {
  const chosen = TRAPS.filter(() => workshop.neutral.number.int({ min: 1, max: 100 }) <= 13).slice(0, 2);
  return chosen.map((key) => drawPhrase(workshop, key, slots));
}

/** An ad with the facts that every ad has: when it was posted, where, in which language, and whether it was edited since. */
export function draftAd(
  workshop: Workshop,
  actor: PlannedActor,
  part: Pick<DraftAd, 'persona' | 'town' | 'title' | 'phrases' | 'fields'>,
): DraftAd {
  const { faker, neutral, profile } = workshop;
  const draft: DraftAd = {
    actor,
    ...part,
    fields: { town: part.town, ...part.fields, languages: neutral.helpers.arrayElement(profile.languages) },
    postedAt: addMinutes(workshop.from, faker.number.int({ min: 0, max: 42 * 24 * 60 })),
    renewals: faker.number.int({ min: 0, max: 9 }),
    withheld: false,
  };
  const isEdited = neutral.number.int({ min: 1, max: 100 }) <= EDITED_PERCENT;
  const price = drawPrice(workshop, neutral, part.town, ORDINARY_PRICE);
  const editedAt = addMinutes(draft.postedAt, neutral.number.int({ min: 5, max: 55 }));
  return isEdited && draft.fields.price ? { ...draft, earlier: { price, editedAt } } : draft;
}
