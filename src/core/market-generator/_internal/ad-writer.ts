import { required } from '#core/kernel/invariant.ts';
import { stream } from '#core/kernel/rng.ts';
import { ACTOR_TYPES, type ActorType } from '#core/market/actor-types.ts';
import type { Family } from '#core/market/families.ts';
import { SLOTS, type Slot } from '#core/market/slots.ts';
import { type DrawnMarket, FAMILY_NUMBERS, familyAt } from '#core/market-generator/drawn-market.ts';
import { disguise } from './disguise.ts';
import { maskOf } from './drawn-bits.ts';
import { compileGrammar, type Grammar } from './grammar.ts';
import { createLexiconFaker } from './lexicon-faker.ts';
import { createWriter, type TextLength, type TextOrder } from './write-sentences.ts';

const OPENING: Readonly<Record<ActorType, keyof Grammar['openings']>> = {
  independent: 'person',
  duo: 'pair',
  agency: 'person',
  collective: 'person',
  controlled: 'person',
  scammer: 'fraud',
  bot: 'program',
  employer: 'job',
  recruiter: 'job',
};

/** Base of the number of an invented house: 100² gives four digits. */
const CODES = 100;
const CODE_KEY = 7;

const BUSINESS = Object.fromEntries(
  FAMILY_NUMBERS.map((family) => [family, maskOf(family, 'declared-business-id')]),
) as Record<Family, number>;

/** The input of the text writer, reused for each ad to save allocations. */
type Reused = { -readonly [Part in keyof TextOrder]: TextOrder[Part] };

/** Creates a writer for all ads of a market; each ad is then written from its columns alone. */
export function createAdWriter(
  market: Pick<DrawnMarket, 'order' | 'columns'>,
  length: TextLength,
): DrawnMarket['write'] {
  const { lexicon, profile, seed, until } = market.order;
  const rng = stream(seed, 'text');
  const write = createWriter(compileGrammar(lexicon), rng, createLexiconFaker(lexicon, profile, rng, until), length);
  const values: string[] = SLOTS.map(() => '');
  const slot = (name: Slot) => SLOTS.indexOf(name);
  const [NAME, OTHER, TOWN, OTHER_TOWN, HOUSE, CODE, ORIGIN, LANGUAGE, PAY] = SLOTS.map(slot) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const towns = profile.towns.map((town) => town.name);
  const { columns } = market;

  const order: Reused = { family: 'services', opening: 'person', title: 'services', said: 0, values, draw: 0 };
  const openings = ACTOR_TYPES.map((type) => OPENING[type]);

  return (at) => {
    const actor = columns.actor[at] as number;
    const town = columns.town[at] as number;
    const opening = openings[columns.type[at] as number] as keyof Grammar['openings'];
    const family = familyAt(columns, at);
    const houses = family === 'services' ? lexicon.houses : lexicon.employers;
    values[NAME] = lexicon.names[columns.name[at] as number] as string;
    values[OTHER] = lexicon.names[columns.other[at] as number] as string;
    values[TOWN] = towns[town] as string;
    values[OTHER_TOWN] = towns[(town + 1) % towns.length] as string;
    values[HOUSE] = houses[actor % houses.length] as string;
    values[CODE] = '';
    if (((columns.said[at] as number) & BUSINESS[family]) !== 0 || opening === 'program')
      values[CODE] = `SIM-${String(CODES * CODES + disguise(actor % (CODES * CODES), CODES, CODE_KEY)).slice(1)}`;
    values[ORIGIN] = lexicon.origins[columns.origin[at] as number] as string;
    values[LANGUAGE] = profile.languages[columns.language[at] as number] as string;
    values[PAY] = '';
    order.family = family;
    order.title = family;
    order.opening = family === 'social' && opening === 'job' ? 'post' : opening;
    order.said = columns.said[at] as number;
    order.draw = columns.text[at] as number;
    return write(order);
  };
}

/** The invented house or employer of the ad at an index. */
export function houseAt({ order, columns }: Pick<DrawnMarket, 'order' | 'columns'>, at: number): string {
  const houses = columns.family[at] === 0 ? order.lexicon.houses : order.lexicon.employers;
  return required(houses[(columns.actor[at] as number) % houses.length], 'a house in the lexicon');
}
