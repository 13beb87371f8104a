import { FAMILIES, type Family } from '#market/ads/model/families.ts';
import { MARKET_FACTS, type MarketFact } from '#market/ads/model/market-facts.ts';
import { type DrawnMarket, familyAt } from '#market/generator/model/drawn-market.ts';
import { ownNumber } from '#market/generator/model/trace-number.ts';
import { TEXT_KINDS, type TextKind } from '#market/text/model/kinds-of-text.ts';
import { languageOfMarket } from '#market/text/model/language.ts';
import type { Person } from '#market/text/model/persons.ts';
import { createPicks } from '#market/text/model/picks.ts';
import type { TextOrder } from '#market/text/model/text-order.ts';
import { createTextWriter } from '#market/text/model/write-text.ts';

/** The bit of services for a text in the third person. */
const THIRD_PERSON = 1 << FAMILIES.services.said.findIndex(({ id }) => id === 'third-person-voice');

/** Of a hundred texts of each family, how many say "we"; drawn without reading who writes. */
const WE: Readonly<Record<Family, number>> = { services: 12, jobs: 80, social: 25 };

/** The input of the text writer, reused for each ad to save allocations. */
type Reused = { -readonly [Part in keyof TextOrder]: TextOrder[Part] };

type Source = Pick<DrawnMarket, 'version' | 'order' | 'columns' | 'size' | 'keys' | 'numbers'>;

/** Creates a writer for all ads of a market; each ad is then written from its columns alone. */
export function createAdWriter(market: Source): DrawnMarket['write'] {
  const { columns, keys, version } = market;
  const { lexicon, language, profile, seed } = market.order;
  const streamOf = (use: string) => version.streamOf(seed, use);
  const picksOf = (use: string) => createPicks(streamOf(use));
  const titles = picksOf('titles');
  const write = createTextWriter(languageOfMarket(language, seed, version.streamOf), {
    texts: picksOf('text'),
    said: picksOf('said'),
    voices: picksOf('voices'),
    facts: streamOf('facts of personas'),
    spellings: streamOf('spellings'),
  });
  const person = keys.of('person of a text');
  const values: string[] = MARKET_FACTS.map(() => '');
  const [NAME, OTHER, TOWN, OTHER_TOWN, HOUSE, CODE, ORIGIN, LANGUAGE, SECTOR] = MARKET_FACTS.map((_, n) => n) as [
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
  const templates = {
    services: lexicon.titles.services.map(titleOf),
    jobs: lexicon.titles.jobs.map(titleOf),
    social: lexicon.titles.social.map(titleOf),
  };
  const towns = profile.towns.map((town) => town.name);
  const order: Reused = {
    family: 'services',
    kind: 'profile',
    said: 0,
    author: 0,
    persona: 0,
    person: 'I',
    values,
    draw: 0,
  };

  return (at) => {
    const family = familyAt(columns, at);
    const town = columns.town[at] as number;
    const draw = columns.text[at] as number;
    const name = lexicon.names[columns.name[at] as number] as string;
    values[NAME] = name;
    values[OTHER] = lexicon.names[columns.other[at] as number] as string;
    values[TOWN] = towns[town] as string;
    values[OTHER_TOWN] = towns[
      (town + 1 + (version.spread(market, 'other town', draw) % (towns.length - 1))) % towns.length
    ] as string;
    values[HOUSE] = houseAt(market, at);
    values[CODE] = `SIM-${ownNumber(market, 'code', columns.told[at] as number)}`;
    values[ORIGIN] = lexicon.origins[columns.origin[at] as number] as string;
    values[LANGUAGE] = profile.languages[columns.language[at] as number] as string;
    values[SECTOR] = sectorAt(market, at);
    order.family = family;
    order.kind = TEXT_KINDS[columns.kind[at] as number] as TextKind;
    order.said = columns.said[at] as number;
    order.author = columns.author[at] as number;
    order.persona = columns.told[at] as number;
    order.person = personOf(family, order.said, columns.gender[at] as number, order.persona);
    order.draw = draw;
    titles.startAt(draw);
    const title = fillIn(titles.one(templates[family]), values);
    return { title, ...write(order) };
  };

  /** About a person others write as she, he or they, by the label of the ad. */
  function personOf(family: Family, said: number, gender: number, persona: number): Person {
    if (family === 'services' && (said & THIRD_PERSON) !== 0) return THIRD[gender] ?? 'they';
    return person(persona, 0, 0) % 100 < WE[family] ? 'we' : 'I';
  }
}

/** A title cut at its facts: pieces of text, and between them the numbers of the facts. */
interface Title {
  readonly pieces: readonly string[];
  readonly facts: readonly number[];
}

function titleOf(template: string): Title {
  const parts = template.split(/\{(\w+)\}/);
  return {
    pieces: parts.filter((_, n) => n % 2 === 0),
    facts: parts.filter((_, n) => n % 2 === 1).map((fact) => MARKET_FACTS.indexOf(fact as MarketFact)),
  };
}

function fillIn({ pieces, facts }: Title, values: readonly string[]): string {
  let text = pieces[0] as string;
  for (let n = 0; n < facts.length; n++) text += (values[facts[n] as number] as string) + (pieces[n + 1] as string);
  return text;
}

const THIRD: readonly Person[] = ['she', 'he', 'they'];

/** The invented house or employer of the ad at an index: that of its persona, so that it leads to no other persona. */
export function houseAt({ order, columns, keys }: Source, at: number): string {
  const houses = columns.family[at] === 0 ? order.lexicon.houses : order.lexicon.employers;
  return houses[keys.of('house')(columns.told[at] as number, 0, 0) % houses.length] as string;
}

/** The sector of work of the ad at an index. */
export function sectorAt({ order, columns, keys }: Source, at: number): string {
  const { sectors } = order.lexicon;
  return sectors[keys.of('sector')(columns.told[at] as number, 0, 0) % sectors.length] as string;
}
