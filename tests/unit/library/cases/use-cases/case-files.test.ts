import { describe, expect, it } from 'vitest';
import type { DecisionPart, MarketPart, PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { answerParts } from '#case/play/use-cases/open-answers.ts';
import { caseFiles } from '#library/cases/use-cases/case-files.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { loadLibrary } from '#library/content/use-cases/load-library.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { projectWith, swap } from '../../../../support/builders/project-with.ts';
import { PROJECT } from '../../../../support/builders/the-library.ts';
import { KEY, LEXICON } from '../../../../support/library/a-broken-project.ts';

const CANARY = 'canary-of-the-key';

/** Every part of the shipped case as the site serves it, by name, with some files changed. */
function partsOf(edits: Parameters<typeof projectWith>[0] = {}): Map<string, string> {
  const files = projectWith(edits);
  const library = loadLibrary(files, KINDS);
  if (!library.ok) throw new Error(JSON.stringify(library.issues));
  const loaded = loadCase(files, 'scenarios/quiet-number', library.value);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  const parts = caseFiles(loaded.value, loaded.value.answers, library.value.catalogue);
  return new Map([...parts].map(([name, part]) => [name, JSON.stringify(part)]));
}

/** Puts the canary before every text of that field, written on the same line or below it. */
const mark = (field: string) => (text: string) =>
  text
    .replaceAll(new RegExp(`^( *${field}: >-\\n +)`, 'gm'), `$1${CANARY} `)
    .replaceAll(new RegExp(`\\b(${field}: )(["'])`, 'g'), `$1$2${CANARY} `)
    .replaceAll(new RegExp(`\\b(${field}: )(?=[A-Z])`, 'g'), `$1${CANARY} `);

const marks =
  (...fields: string[]) =>
  (text: string) =>
    fields.reduce((marked, field) => mark(field)(marked), text);

const publicPart = (parts: Map<string, string>) => parts.get('case.json') ?? '';

describe('the public part of a case', () => {
  const plain = partsOf();

  it('contains no text of the key, of the truth or of the meaning of a sign', () => {
    const indicators = PROJECT.list('content/indicators').map((name) => `content/indicators/${name}`);
    const marked = partsOf({
      [KEY]: marks('reason', 'principle', 'says'),
      [LEXICON]: (text) =>
        text.replace(/^why:\n(?: +.*\n)+/m, (why) => why.replaceAll(/: (['"]?)(?=\S)/g, `: $1${CANARY} `)),
      ...Object.fromEntries(
        indicators.map((path) => [path, marks('shows', 'means', 'notWhere', 'strengthNote', 'evidenceNote', 'says')]),
      ),
    });
    const held = [...marked].filter(([, part]) => part.includes(CANARY)).map(([name]) => name);

    const { truth } = JSON.parse(marked.get('key/market.json') ?? '{}') as MarketPart;
    expect(JSON.stringify(truth)).toContain(CANARY);
    expect(held).toContain('key/debrief.json');
    expect(held.filter((name) => name.startsWith('key/decisions/')).length).toBe(8);
    expect(publicPart(marked)).toBe(publicPart(plain));
    expect(publicPart(marked)).not.toContain(CANARY);
    expect(marked.get('chart.json')).toBe(plain.get('chart.json'));
  });

  it('names no rating, no actor, no label and no seed', () => {
    const fields = new Set<string>();
    JSON.parse(publicPart(plain), (field, value: unknown) => {
      fields.add(field);
      return value;
    });
    const secret = [
      'rating',
      'reason',
      'principle',
      'meters',
      'model',
      'order',
      'sameActorAs',
      'seed',
      'actor',
      'actors',
    ];
    const truth = [
      'control',
      'labels',
      'kind',
      'peers',
      'why',
      'edges',
      'possibleMinor',
      'likelihood',
      'sign',
      'trap',
      'cue',
    ];

    expect([...secret, ...truth].filter((field) => fields.has(field))).toEqual(['kind']);
    expect(publicPart(plain)).not.toMatch(/actor-\d|"(?:red|harmful|acceptable|controlled|thirdParty|scammer)"/);
    expect((JSON.parse(publicPart(plain)) as PublicPart).market.ads.every((ad) => !('kind' in ad))).toBe(true);
  });

  it('offers no sign of a possible minor for marking', () => {
    const { choices } = JSON.parse(publicPart(plain)) as PublicPart;

    expect(choices.length).toBeGreaterThan(20);
    expect(choices.filter(({ id }) => id.startsWith('pm-'))).toEqual([]);
  });

  it('offers what a page of its market can show, and keeps the names of all others', () => {
    const { choices } = JSON.parse(publicPart(plain)) as PublicPart;
    const offered = choices.filter(({ offer }) => offer !== undefined).map(({ id }) => id);
    const named = choices.filter(({ offer }) => offer === undefined).map(({ id }) => id);

    expect(offered).toEqual(expect.arrayContaining(['third-person-voice', 'n-short-stay', 'rest-gaps', 'same-room']));
    expect(offered.filter((id) => /^(?:lj|rs)-|^n-job/.test(id))).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(['earnings-swept', 'shared-device-tag', 'lj-upfront-fee']));
  });

  it('has the same bytes when two options swap their ratings', () => {
    const swapped = partsOf({
      [KEY]: (text) =>
        [
          swap(
            'rating: good\n        meters: { trust: 2, say: 2 }',
            'rating: harmful\n        meters: { trust: 2, say: 2 }',
          ),
          swap(
            'rating: harmful\n        meters: { trust: -2, say: -2 }',
            'rating: good\n        meters: { trust: -2, say: -2 }',
          ),
          swap('[d02, a]', '[d02, b]'),
        ].reduce((changed, edit) => edit(changed), text),
    });
    const changed = [...swapped].filter(([name, part]) => plain.get(name) !== part).map(([name]) => name);

    expect([...swapped.keys()]).toEqual([...plain.keys()]);
    // The report of the checker is a part of the key: it asks about the reasons, which now stand at the other ratings.
    expect(changed.sort()).toEqual(['key/check.json', 'key/debrief.json', 'key/decisions/d02.json']);
  });
});

describe('the key of a case', () => {
  it('consists of exactly the parts that a page requests', () => {
    const parts = partsOf();

    expect([...parts.keys()].sort()).toEqual(
      [
        'case.json',
        'chart.json',
        'key/check.json',
        ...answerParts(JSON.parse(publicPart(parts)) as PublicPart, KINDS),
      ].sort(),
    );
  });

  it('discloses in the part of one decision nothing about another', () => {
    const parts = [...partsOf()].filter(([name]) => name.startsWith('key/decisions/'));
    const reasonsIn = (part: string) =>
      Object.values((JSON.parse(part) as DecisionPart).key.options).map(({ reason }) => reason);

    for (const [name, part] of parts) {
      const others = parts.filter(([other]) => other !== name).flatMap(([, other]) => reasonsIn(other));
      expect(others.length).toBeGreaterThan(20);
      expect(others.filter((reason) => part.includes(reason))).toEqual([]);
    }
  });

  it('is absent where the folder has none', () => {
    expect([...partsOf({ [KEY]: undefined }).keys()]).toEqual(['case.json', 'chart.json']);
  });
});
