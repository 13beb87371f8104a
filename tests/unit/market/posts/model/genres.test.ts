import { describe, expect, it } from 'vitest';
import { keyedFunction, keyFor } from '#kernel/model/keyed-function.ts';
import { factsOf, type Persona } from '#market/posts/model/facts.ts';
import { factsOfServices } from '#market/posts/model/facts-of-services.ts';
import { factsOfWork } from '#market/posts/model/facts-of-work.ts';
import { compileGenre, type Genre } from '#market/posts/model/genre.ts';
import type { Half, WrittenGenre, WrittenSlot } from '#market/posts/model/genre-schemas.ts';
import type { Line } from '#market/posts/model/line.ts';
import { GENRES, HALVES, NAMES, PERSONA, postWriter, TOWNS } from '../../../../support/market/posts/genres.ts';

const LEAST_WORDINGS = 6;
const AUTHORS = 40;
const SECTORS = Object.keys(GENRES.families.jobs.rows ?? {});

const compile = (genre: WrittenGenre, half: Half) =>
  compileGenre(genre, GENRES.ads[genre.genre] ?? [], GENRES.families[genre.family], half);
const write = postWriter('genres');
const facts = keyedFunction(keyFor('genres', 'facts'));
const hours = keyedFunction(keyFor('genres', 'hours'));
const shared = (persona: number, n: number) => hours(persona, n, 0);
const services = factsOfServices(shared, NAMES, TOWNS);
const work = factsOfWork(shared);
const computed = { services, jobs: work, social: work };
const personaOf = (number: number, sector: string): Persona => ({ ...PERSONA, number, sector, amount: 2000 });

/** All lines of a genre in one half, with those of its talks. */
function linesOf(genre: Genre): Line[] {
  const talks = [...genre.comments.neutral, ...[...genre.comments.signs.values()].flat()];
  return [
    ...genre.ads.flatMap(({ titles, lines }) => [
      ...titles,
      ...lines.flatMap(({ ways }) => ways.flatMap((way) => way ?? [])),
    ]),
    ...[...genre.slots.values()].flatMap(({ signs, alike }) => [
      ...[...signs.values()].flat(),
      ...alike.flatMap(({ lines }) => lines),
    ]),
    ...(genre.removed ? [...genre.removed.neutral, ...[...genre.removed.signs.values()].flat()] : []),
    ...[...genre.form.values()].flatMap(({ ordinary, signs }) => [...ordinary, ...[...signs.values()].flat()]),
    ...talks.flatMap(({ lines }) => lines),
  ];
}

/** The wordings of signs and look-alikes of one half. */
const wordingsOf = (genre: WrittenGenre, half: Half): string[] =>
  [...Object.values(genre.slots), ...(genre.removed ? [{ ...genre.removed, alike: {} }] : [])]
    .flatMap(({ signs, alike }: WrittenSlot) => [...Object.values(signs ?? {}), ...Object.values(alike ?? {})])
    .flatMap((one) => one[half])
    .concat(Object.values(genre.comments?.signs ?? {}).flatMap((one) => one[half].map((talk) => talk.join(' | '))));

describe.each(GENRES.genres)('genre $genre', (genre) => {
  it('has a line for each sign, whoever writes', () => {
    for (const half of HALVES) {
      const compiled = compile(genre, half);
      const sectors = compiled.sectors ?? SECTORS;
      for (const id of compiled.slotsOf.keys())
        for (let author = 0; author < AUTHORS; author++) {
          const persona = personaOf(author, sectors[author % sectors.length] as string);
          const [post] = write(compiled, author, [{ says: [id], persona }]);
          expect(
            post?.lines.filter(({ shows }) => shows === id),
            id,
          ).toHaveLength(1);
        }
    }
  });

  it('knows each fact that its lines name, in each of its sectors', () => {
    for (const half of HALVES) {
      const compiled = compile(genre, half);
      for (const sector of compiled.sectors ?? SECTORS) {
        const known = factsOf(personaOf(1, sector), compiled, computed[compiled.family], facts);
        for (const { facts: names } of linesOf(compiled)) for (const name of names) expect(known(name)).not.toBe('');
      }
    }
  });

  it('is typed with the characters of the ads, and names no address', () => {
    for (const half of HALVES)
      for (const { written: line } of linesOf(compile(genre, half))) {
        expect(line).toMatch(/^[a-z0-9 .,:;!?'"()/&%+=$#_{}☎⏰★✔-]+$/iu);
        expect(line).not.toMatch(/[a-z]\.[a-z]/i);
      }
  });
});

it('no wording of the practice half stands in the assessment half', () => {
  const [practice, assessment] = HALVES.map((half) => GENRES.genres.flatMap((genre) => wordingsOf(genre, half)));
  const handedOut = new Set(practice?.map((line) => line.toLowerCase()));
  expect(assessment?.filter((line) => handedOut.has(line.toLowerCase()))).toEqual([]);
});

it.each(GENRES.genres)('genre $genre words each sign often enough', (genre) => {
  for (const half of HALVES) {
    const { slots, slotsOf } = compile(genre, half);
    for (const [id, names] of slotsOf)
      expect(names.flatMap((name) => slots.get(name)?.signs.get(id) ?? []).length, id).toBeGreaterThanOrEqual(
        LEAST_WORDINGS,
      );
  }
});

it.each(GENRES.genres)('genre $genre has words beside each language and each origin in a line', (genre) => {
  for (const half of HALVES) {
    const { ads, slots } = compile(genre, half);
    const lines = [
      ...ads.flatMap((ad) => ad.lines.flatMap(({ ways }) => ways.flatMap((way) => way ?? []))),
      ...[...slots.values()].flatMap(({ signs }) => [...signs.values()].flat()),
    ];
    // Joined with other lines such a line could not be told from one that gives an origin away (rule C18).
    const bare = lines.filter(
      ({ facts, written }) =>
        facts.some((fact) => fact === 'langs' || fact === 'origin') &&
        /^[\s,.:;-]*$/.test(written.replaceAll(/\{[^}]*\}/g, '')),
    );
    expect(bare.map(({ written }) => written)).toEqual([]);
  }
});

describe('facts of an ad', () => {
  const house = compile(GENRES.genres.find(({ genre }) => genre === 'house') as WrittenGenre, 'practice');
  const agency = compile(GENRES.genres.find(({ genre }) => genre === 'agency') as WrittenGenre, 'practice');

  it('names three different hosts, among them the person of the ad', () => {
    for (let number = 0; number < 600; number++) {
      const persona = personaOf(number, 'harvest');
      const hosts = factsOf(persona, house, services, facts)('hosts').split(', ');
      expect(new Set(hosts).size).toBe(3);
      expect(hosts).toContain(persona.name);
    }
  });

  it('takes a job, its plural and its tasks from one row of the sector', () => {
    const rows = GENRES.families.jobs.rows ?? {};
    for (const sector of SECTORS) {
      const seen = new Set<string>();
      for (let number = 0; number < 100; number++) {
        const known = factsOf(personaOf(number, sector), agency, work, facts);
        const columns = ['job', 'jobs', 'tasks', 'client', 'site'] as const;
        const row = Object.fromEntries(columns.map((column) => [column, known(column)]));
        expect(rows[sector]).toContainEqual(row);
        seen.add(String(row.tasks));
      }
      expect(seen.size).toBe(rows[sector]?.length);
    }
  });

  it('has as many hours a week as days and hours of a day say', () => {
    const days: Record<string, number> = {
      'Mon-Fri': 5,
      'Mon-Sat': 6,
      'Mon-Thu': 4,
      'Tue-Sat': 5,
      'Wed-Sun': 5,
      '5 days a week': 5,
      '6 days a week': 6,
    };
    for (let number = 0; number < 300; number++) {
      const known = factsOf(personaOf(number, 'harvest'), agency, work, facts);
      const perDay = Number(known('to')) - Number(known('from'));
      expect(Number(known('hours'))).toBe((days[known('days')] as number) * perDay);
      expect(Number(known('hours'))).toBeLessThanOrEqual(48);
    }
  });
});
