import { factsOf, type Persona, type PersonaFacts } from '#market/posts/model/facts.ts';
import { factsOfServices } from '#market/posts/model/facts-of-services.ts';
import { factsOfWork } from '#market/posts/model/facts-of-work.ts';
import type { Genre } from '#market/posts/model/genre.ts';
import type { Variant, WholeAd } from '#market/posts/model/whole-ad.ts';
import { createPostWriter, ORDINARY, type PostOrder, type WrittenPost } from '#market/posts/model/write-post.ts';
import { sectorOf } from './assign-masters.ts';
import { HIGH_PAY } from './draw-ad.ts';
import { bitOf } from './drawn-bits.ts';
import { familyAt, HOURS_OF_A_MONTH, type Undrawn } from './drawn-market.ts';
import { knownTextsOf } from './known-texts.ts';
import { FLAG } from './market-columns.ts';
import { masterSays } from './master-says.ts';
import { phoneOf } from './phone-and-picture.ts';
import { masterBitsAt, type PlacedSign, SIGN_PLACES } from './said-places.ts';
import { ownNumber, traceNumber } from './trace-number.ts';

/** One post of a market, with what its persona says and where. */
export interface MarketPost {
  readonly post: WrittenPost;
  readonly genre: Genre;
  readonly persona: Persona;
  readonly placed: readonly PlacedSign[];
  /** The value of a fact of the persona, such as its days of work. */
  readonly fact: PersonaFacts;
}

/** The use of the keyed function that draws hours, days and other numbers of personas. */
export const HOURS_OF_PERSONAS = 'hours and numbers of personas';

/** Of a hundred ads, how many had an ordinary line in a first version that was taken out after some minutes. */
const ORDINARY_REMOVED = 10;

/** In per cent of the town's median: what is an ordinary price or pay after edits, and what is a low price. */
const ORDINARY_AMOUNT: readonly [number, number] = [72, 160];
const LEAST_LOW = 40;

/** Budgets of people who look for a room, in SIM a month. */
const BUDGET = { least: 220, steps: 32, step: 10 };

/** Creates the function that writes the post at a place of a market. */
export function createPosts(market: Undrawn): (at: number) => MarketPost {
  const { columns, order, keys } = market;
  const { lexicon, profile, planting } = order;
  const { posts } = order;
  const hours = keys.of(HOURS_OF_PERSONAS);
  const shared = (persona: number, n: number) => hours(persona, n, 0);
  const work = factsOfWork(shared);
  const towns = profile.towns.map(({ name }) => name);
  const computed = { services: factsOfServices(shared, lexicon.names, towns), jobs: work, social: work };
  const draws = {
    masters: keys.of('master texts'),
    facts: keys.of('facts of personas'),
    edits: keys.of('edits of posts'),
    around: keys.of('around a post'),
  };
  const signPlaces = keys.of(SIGN_PLACES);
  const knownTexts = knownTextsOf(market);
  const write = createPostWriter(computed, draws);

  return (at) => {
    const family = familyAt(columns, at);
    const genre = posts.genres[columns.genre[at] as number] as Genre;
    const ad = genre.ads[columns.whole[at] as number] as WholeAd;
    const master = columns.master[at] as number;
    const said = masterSays(family, masterBitsAt(columns, at), signPlaces);
    const { says, elsewhere, namesPerson, placed } = said;
    const persona = personaAt(at, genre);
    const row = market.indexAt(at);
    const slip = placed.find(({ place }) => place === 'removed')?.id;
    const nth = columns.nth[at] as number;
    const isMirrored = ((columns.flags[at] as number) & FLAG.mirrored) !== 0;
    const postOrder: PostOrder = {
      genre,
      hand: ad.hand,
      assigned: { ad, variant: ad.variants[columns.variant[at] as number] as Variant },
      says,
      elsewhere,
      composed: knownTexts.of(master, said),
      master,
      persona,
      amounts: amountsAt(at, genre),
      leftOver: namesPerson ? { ...persona, name: leftOverName(at) } : undefined,
      nth,
      removed: isMirrored
        ? undefined
        : nth === 0 && slip !== undefined
          ? slip
          : draws.around(row, 9, 0) % 100 < ORDINARY_REMOVED
            ? ORDINARY
            : undefined,
      commented: placed
        .filter(({ place }) => place === 'comment' || place === 'absence')
        .map(({ id }) => id)
        .filter((id) => genre.comments.signs.has(id)),
      row,
    };
    const post = write(postOrder);
    const fact = factsOf({ ...persona, amount: post.amount }, genre, computed[genre.family], draws.facts);
    return { post, genre, persona, placed, fact };
  };

  function personaAt(at: number, genre: Genre): Persona {
    const number = columns.persona[at] as number;
    const family = genre.family;
    const isService = family === 'services';
    const houses = isService ? lexicon.houses : lexicon.employers;
    return {
      number,
      name: lexicon.names[columns.name[at] as number] as string,
      other: lexicon.names[columns.other[at] as number] as string,
      town: (profile.towns[columns.town[at] as number] as { name: string }).name,
      amount: firstAmount(at, genre),
      phone: phoneOf(market, at),
      handle: `$sim-${traceNumber(market, 'handle', at)}`,
      // A permutation: no two of the first personas have the name of one house.
      house: houses[keys.permutation('house', houses.length).at(number % houses.length)] as string,
      reg: `SIM-${ownNumber(market, 'code', number)}`,
      origin: lexicon.origins[columns.origin[at] as number] as string,
      languages: languagesAt(at, number),
      sector: sectorOf(market, family, columns.told[at] as number),
      isAlwaysOpen: bitOf(market, at, 'always-available'),
    };
  }

  /** The name that a copied text has kept: neither that of the persona nor one that the ad explains. */
  function leftOverName(at: number): string {
    const { names } = lexicon;
    const known = [columns.name[at], columns.other[at]];
    let left = hours(columns.persona[at] as number, 93, 0) % names.length;
    while (known.includes(left)) left = (left + 1) % names.length;
    return names[left] as string;
  }

  /** The first language of a persona, and for half of all people a second one. */
  function languagesAt(at: number, persona: number): string[] {
    const { languages } = profile;
    const first = columns.language[at] as number;
    const second = (first + 1 + (hours(persona, 91, 0) % (languages.length - 1))) % languages.length;
    return hours(persona, 92, 0) % 2 === 0
      ? [languages[first] as string]
      : [languages[first] as string, languages[second] as string];
  }

  /** The price, pay or budget of the first post of a persona; 0 for posts that name none. */
  function firstAmount(at: number, genre: Genre): number {
    if (genre.amount === 'none') return 0;
    const number = columns.persona[at] as number;
    if (genre.amount === 'budget') return BUDGET.least + BUDGET.step * (hours(number, 90, 0) % BUDGET.steps);
    return amountOf(at, genre.family === 'services', columns.percent[at] as number);
  }

  function amountOf(at: number, isService: boolean, percent: number): number {
    const { median } = profile.towns[columns.town[at] as number] as { median: number };
    if (isService) return Math.round((median * percent) / 500) * 5;
    const month = profile.family === 'services' ? median * HOURS_OF_A_MONTH : median;
    return Math.round((month * percent) / 5000) * 50;
  }

  /** Amounts that keep what the amount shows: a low price stays low, and ordinary pay does not become too good. */
  function amountsAt(at: number, genre: Genre): readonly [number, number] {
    if (genre.amount === 'none') return [0, 0];
    if (genre.amount === 'budget') return [BUDGET.least, BUDGET.least + BUDGET.step * BUDGET.steps];
    const isService = genre.family === 'services';
    const shows = bitOf(market, at, isService ? 'price-below-market' : 'lj-pay-too-good');
    const low = Math.floor(planting.lowPrice * 100) - 2;
    const [least, most] = !shows ? ORDINARY_AMOUNT : isService ? [LEAST_LOW, low] : [HIGH_PAY.least, HIGH_PAY.most];
    return [amountOf(at, isService, least), amountOf(at, isService, most)];
  }
}
