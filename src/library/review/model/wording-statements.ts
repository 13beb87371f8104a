import type { ReviewStatement } from '#case/plug/model/review-statement.ts';
import { grouped } from '#kernel/model/grouped.ts';
import type { SignWording, WordingPlace } from '#library/content/model/wording-places.ts';
import type { Indicator } from '#market/signs/model/schemas.ts';
import { DOUBTS } from './wording-doubts.ts';

/** Says a message of the forms of wordings, by its key. */
export type SayWords = (key: string, params?: Readonly<Record<string, string>>) => string;

/** What the statements of wordings are made with, beside the wordings. */
export interface WordingAbout {
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** By field of a form: its name on the sites. */
  readonly fields: Readonly<Record<string, string>>;
  readonly say: SayWords;
}

/**
 * The wordings of a family as statements: for each sign the wordings at each place, and then the doubts of the authors
 * about them.
 */
export function wordingStatements(places: readonly WordingPlace[], about: WordingAbout): ReviewStatement[] {
  const ids = [...new Set(places.map(({ indicator }) => indicator))];
  return ids.flatMap((id) => [
    ...places.filter(({ indicator }) => indicator === id).map((place) => placeStatement(place, about)),
    ...DOUBTS.filter(({ indicator }) => indicator === id).map((doubt) => doubtStatement(doubt.id, id, about)),
  ]);
}

function placeStatement(place: WordingPlace, { indicators, fields, say }: WordingAbout): ReviewStatement {
  const { indicator, at, field, wordings } = place;
  const named = field === undefined ? say(`place.${at}`) : say('place.field', { field: fields[field] ?? field });
  return {
    id: field === undefined ? `${indicator}.${at}` : `${indicator}.${at}.${field}`,
    kind: 'wordings',
    about: say('about', { indicator: nameOf(indicator, indicators, say), place: named }),
    text: listed(wordings, say),
    sources: indicators.get(indicator)?.sources ?? [],
  };
}

const doubtStatement = (doubt: string, indicator: string, { indicators, say }: WordingAbout): ReviewStatement => ({
  id: `doubt.${doubt}`,
  kind: 'doubt',
  about: nameOf(indicator, indicators, say),
  text: say(`doubt.${doubt}`),
  sources: [],
});

function nameOf(id: string, indicators: WordingAbout['indicators'], say: SayWords): string {
  const found = indicators.get(id);
  return found ? say(`indicator.${found.kind}`, { name: found.name }) : id;
}

/** The wordings one under another, below the genres that have them where not all of the family do. */
function listed(wordings: readonly SignWording[], say: SayWords): string {
  return grouped(wordings, ({ genres }) => genres.join())
    .flatMap((group) => {
      const genres = group[0]?.genres ?? [];
      const head = genres.map((genre) => say(`genre.${genre}`)).join(', ');
      return [...(head === '' ? [] : [say('genres', { genres: head })]), ...group.map((one) => `– ${said(one, say)}`)];
    })
    .join('\n');
}

/** A wording with its facts in plain words, such as "[town]"; of a talk, who says which line. */
function said({ lines }: SignWording, say: SayWords): string {
  const plain = lines.map((line) => line.replaceAll(/\{([^{}]+)\}/g, (_, fact: string) => `[${say(`fact.${fact}`)}]`));
  if (plain.length < 2) return plain.join('');
  return plain.map((line, n) => say(n % 2 === 0 ? 'talk.other' : 'talk.advertiser', { line })).join(' ');
}
