import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readYaml } from '#kernel/formats/yaml/read-yaml.ts';
import { FAMILIES } from '#market/ads/model/families.ts';
import { signsOnPages } from '#market/ads/model/signs-on-pages.ts';
import { createCatalogue } from '#market/signs/model/catalogue.ts';
import { indicatorChoices } from '#market/signs/model/indicator-choice.ts';
import { type Indicator, IndicatorSchema, SourceSchema } from '#market/signs/model/schemas.ts';
import { likelihoodRatio } from '#market/signs/model/weigh-evidence.ts';
import { readFurther } from '../support/read-further.ts';

const FOLDER = 'content/indicators';
/** Parameters of the generator; they lie in the same folder and are no entries. */
const PARAMETERS = ['planting.yaml', 'weights.yaml'];

function read<Schema extends z.ZodType>(schema: Schema, path: string): z.output<Schema> {
  const file = readYaml(readFileSync(path, 'utf8'), path);
  if (!file.ok) throw new Error(`${path} is no YAML: ${JSON.stringify(file.issues)}`);
  return schema.parse(file.value.value);
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml') && !PARAMETERS.includes(name));
const entries = files.map((name) => read(IndicatorSchema, join(FOLDER, name)));
const catalogue = createCatalogue(entries);
const codes = new Map(read(z.array(SourceSchema), 'content/sources.yaml').map(({ code, mark }) => [code, mark]));
const ids = (holds: (entry: Indicator) => boolean) => entries.filter(holds).map(({ id }) => id);

/** Chance of the sign in ads of controlled people, independent people and agencies, as the kit's table has it. */
const OF_SERVICES: Readonly<Record<string, readonly [number, number, number]>> = {
  'third-person-voice': [0.22, 0.07, 0.6],
  'template-text': [0.4, 0.06, 0.5],
  'no-limits-offer': [0.15, 0.05, 0.06],
  'ethnicity-selling-point': [0.3, 0.18, 0.3],
  'trust-assurance-wording': [0.28, 0.18, 0.35],
  'language-mismatch': [0.25, 0.14, 0.18],
  'scripted-replies': [0.12, 0.04, 0.1],
  'persona-inconsistency': [0.22, 0.07, 0.08],
  'coercion-slip': [0.03, 0.003, 0.003],
  'shared-phone': [0.4, 0.05, 0.75],
  'obscured-phone': [0.2, 0.12, 0.05],
  'phone-churn': [0.2, 0.06, 0.03],
  'shared-account-or-payer': [0.35, 0.04, 0.85],
  'collector-account': [0.5, 0.12, 0.8],
  'other-person-answers': [0.2, 0.03, 0.55],
  'account-burst': [0.22, 0.03, 0.08],
  'shared-image-id': [0.25, 0.05, 0.1],
  'same-room': [0.3, 0.05, 0.4],
  'repeated-mark': [0.03, 0.005, 0.008],
  'price-below-market': [0.18, 0.08, 0.08],
  'always-available': [0.25, 0.12, 0.35],
  'round-clock-posting': [0.22, 0.07, 0.25],
  'house-set-terms': [0.12, 0.01, 0.45],
  'shared-circuit': [0.25, 0.04, 0.1],
  'group-arrival': [0.22, 0.03, 0.18],
  'confined-location': [0.24, 0.18, 0.2],
  'manager-reference': [0.12, 0.02, 0.4],
  'interchangeable-persons': [0.15, 0.02, 0.4],
  'buyer-report-control': [0.1, 0.01, 0.01],
  'posting-sync': [0.3, 0.05, 0.35],
  'shared-device-tag': [0.35, 0.04, 0.6],
  'shared-payment-handle': [0.3, 0.03, 0.4],
  'pay-to-other-name': [0.18, 0.04, 0.05],
  'earnings-swept': [0.35, 0.02, 0.02],
  'bulk-ad-fees': [0.28, 0.02, 0.6],
  'own-limits-stated': [0.12, 0.45, 0.4],
  'own-screening': [0.1, 0.4, 0.35],
  'own-payout': [0.1, 0.75, 0.7],
  'consent-record-fresh': [0.08, 0.35, 0.6],
  'declared-business-id': [0.05, 0.05, 0.85],
  'continuity-of-identity': [0.2, 0.65, 0.55],
  'rest-gaps': [0.2, 0.6, 0.55],
};

/** Chance of the sign in deceptive and in lawful offers. */
const OF_OFFERS: Readonly<Record<string, readonly [number, number]>> = {
  'lj-upfront-fee': [0.35, 0.07],
  'lj-document-retention': [0.2, 0.02],
  'lj-pay-too-good': [0.4, 0.08],
  'lj-vague-employer': [0.45, 0.12],
  'lj-deductions-debt': [0.35, 0.1],
  'lj-visa-mismatch': [0.25, 0.03],
  'lj-no-contract-rush': [0.4, 0.12],
  'rs-irrelevant-criteria': [0.3, 0.1],
  'rs-targets-hardship': [0.3, 0.03],
  'rs-romance-to-work': [0.15, 0.02],
  'rs-mass-identical-offers': [0.35, 0.08],
};

const POSSIBLE_MINOR = ['age-contradiction', 'age-edited', 'school-context', 'missing-notice', 'local-symbol'].map(
  (fact) => `pm-${fact}`,
);

const TRAPS = [
  'sex-work',
  'nationality',
  'migrant-language',
  'young-look',
  'single-tattoo',
  'short-stay',
  'client-screening',
  'face-hidden',
  'messenger-only',
  'cash-or-crypto',
  'poverty-gender-lgbt',
  'job-commonplaces',
].map((trap) => `n-${trap}`);

/** Signs that a single ad can show; all others need other ads or records of the site. */
const SINGLE_AD = [
  'third-person-voice',
  'no-limits-offer',
  'ethnicity-selling-point',
  'trust-assurance-wording',
  'language-mismatch',
  'persona-inconsistency',
  'coercion-slip',
  'obscured-phone',
  'price-below-market',
  'always-available',
  'house-set-terms',
  'confined-location',
  'manager-reference',
  'interchangeable-persons',
  'own-limits-stated',
  'own-screening',
  'declared-business-id',
  'rs-irrelevant-criteria',
  ...Object.keys(OF_OFFERS).filter((id) => id.startsWith('lj-')),
  ...TRAPS,
  ...POSSIBLE_MINOR,
];

/** Not service markets: a sign that only job boards and social networks can show counts for nothing there. */
const NO_SERVICES = { REG: 'none', BUY: 'none', PRO: 'none', TPC: 'none' };
const CONTEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'third-person-voice': { REG: 'less', TPC: 'more' },
  'shared-phone': { REG: 'less', TPC: 'more', BUY: 'more' },
  'obscured-phone': { PRO: 'less' },
  'shared-account-or-payer': { REG: 'less', TPC: 'more' },
  'collector-account': { REG: 'less', TPC: 'more' },
  'other-person-answers': { REG: 'less' },
  'same-room': { REG: 'less' },
  'price-below-market': { PRO: 'less' },
  'house-set-terms': { REG: 'none', TPC: 'more' },
  'manager-reference': { REG: 'less', TPC: 'more' },
  'interchangeable-persons': { REG: 'less' },
  'bulk-ad-fees': { REG: 'less' },
  ...Object.fromEntries(Object.keys(OF_OFFERS).map((id) => [id, NO_SERVICES])),
  'rs-targets-hardship': { ...NO_SERVICES, JOB: 'none' },
  'rs-romance-to-work': { ...NO_SERVICES, JOB: 'none' },
};

describe('the catalogue', () => {
  it('has fifty-one signs, twelve traps and seven protective cues, each in a file of its name', () => {
    const count = (kind: Indicator['kind']) => ids((entry) => entry.kind === kind).length;

    expect({ signs: count('sign'), traps: count('trap'), cues: count('cue') }).toEqual({
      signs: 51,
      traps: 12,
      cues: 7,
    });
    expect(entries.map(({ id }) => id)).toEqual(files.map((name) => basename(name, '.yaml')));
  });

  it('has exactly these entries', () => {
    const known = [...Object.keys(OF_SERVICES), ...Object.keys(OF_OFFERS), ...TRAPS, ...POSSIBLE_MINOR];

    expect(entries.map(({ id }) => id).toSorted()).toEqual(known.toSorted());
    expect(ids(({ kind }) => kind === 'trap').toSorted()).toEqual(TRAPS.toSorted());
    expect(ids(({ group }) => group === 'possible-minor').toSorted()).toEqual(POSSIBLE_MINOR.toSorted());
  });

  it.each(Object.entries(OF_SERVICES))('gives %s the chances of the table', (id, [controlled, independent, agency]) => {
    expect(catalogue.get(id)?.likelihood).toEqual({ controlled, independent, agency });
  });

  it.each(Object.entries(OF_OFFERS))('gives %s the chances of the table', (id, [deceptive, lawful]) => {
    expect(catalogue.get(id)?.likelihood).toEqual({ deceptive, lawful });
  });

  it('gives no weight to a trap or a possible minor', () => {
    const unweighed = ids(({ likelihood }) => likelihood === undefined);

    expect(unweighed.toSorted()).toEqual([...TRAPS, ...POSSIBLE_MINOR].toSorted());
    expect(ids(({ strength }) => strength === 'none').toSorted()).toEqual(TRAPS.toSorted());
    expect(ids(({ strength }) => strength === 'safeguard').toSorted()).toEqual(POSSIBLE_MINOR.toSorted());
  });

  it('says what one ad alone can show', () => {
    expect(ids(({ singleAd }) => singleAd).toSorted()).toEqual(SINGLE_AD.toSorted());
  });

  it('states where an entry counts more, less or not at all', () => {
    const given = entries.filter(({ contexts }) => Object.keys(contexts).length > 0);

    expect(Object.fromEntries(given.map(({ id, contexts }) => [id, contexts]))).toEqual(CONTEXTS);
  });
});

describe('an entry', () => {
  /** How far an entry moves the odds, in either direction. */
  const force = (entry: Indicator) => {
    const ratio = likelihoodRatio(entry);
    return ratio === undefined ? undefined : Math.max(ratio, 1 / ratio);
  };
  const BORDERS = { weak: [1, 2], moderate: [2, 5], strong: [5, Number.POSITIVE_INFINITY] } as const;

  it.each(entries.filter((entry) => force(entry) !== undefined))('$id has the strength of its values', (entry) => {
    const [from, to] = BORDERS[entry.strength as keyof typeof BORDERS];

    expect(force(entry)).toBeGreaterThanOrEqual(from - 1e-9);
    expect(force(entry)).toBeLessThanOrEqual(to + 1e-9);
    expect((likelihoodRatio(entry) ?? 0) > 1).toBe(entry.kind === 'sign');
  });

  it.each(entries)('$id names other explanations and where it does not apply', ({ innocent, notWhere, group }) => {
    expect(innocent.length).toBeGreaterThanOrEqual(2);
    expect(new Set(innocent).size).toBe(innocent.length);
    if (group === 'possible-minor') expect(notWhere).toMatch(/Never|decoration/);
  });

  it.each(entries)('$id cites listed sources with no stronger verification', ({ sources }) => {
    for (const { code, mark } of sources) {
      expect(codes.has(code), `${code} stands in content/sources.yaml`).toBe(true);
      expect(readFurther(mark, codes.get(code)), `${code} ${mark}`).toBe(false);
    }
  });

  it('is contested where research contradicts lists', () => {
    const contradicted = ids(({ evidence }) => evidence === 'contradicted' || evidence === 'mixed');

    expect(ids(({ contested }) => contested)).toEqual(expect.arrayContaining(contradicted));
  });
});

describe('what a picker says of an entry', () => {
  const lexicon = readFileSync('content/lexicon/en.yaml', 'utf8').toLowerCase();
  const families = Object.keys(FAMILIES) as (keyof typeof FAMILIES)[];
  const offered = indicatorChoices(catalogue, new Set(families.flatMap((family) => [...signsOnPages(family, [])])));
  const offers = offered.flatMap(({ id, name, offer }) => (offer ? [{ id, name, ...offer }] : []));

  it('has a rule, an example and synonyms wherever a page can show it', () => {
    const shown = offers.map(({ id }) => catalogue.get(id) as Indicator);

    expect(shown.length).toBeGreaterThan(40);
    expect(shown.filter(({ counts, example, synonyms }) => !counts || !example || synonyms.length < 3)).toEqual([]);
  });

  it.each(offers)('$id does not disclose whether it is a sign, a trap or a cue', ({ counts, example, synonyms }) => {
    const words = [counts, example, ...synonyms].join('\n');

    expect(words).not.toMatch(
      /\b(?:signs?|traps?|cues?|weak|strong|moderate|innocent|suspicious|do not count|nothing)\b/i,
    );
    expect(words).not.toMatch(/victim|pimp|prostitut|rescue/i);
    expect(counts.match(/[.!?]/g)).toEqual(['.']);
  });

  it.each(offers)('$id has an example that no generated ad contains literally', ({ example }) => {
    const quoted = /“([^”]+?)[.,!?]?”/.exec(example)?.[1]?.toLowerCase() ?? example.toLowerCase();

    expect(lexicon).not.toContain(quoted);
  });

  it('is under a heading that mixes signs, traps and cues, so that no heading discloses an answer', () => {
    const kindsIn = new Map<string, Set<string>>();
    for (const { id, group } of offers)
      kindsIn.set(group, new Set([...(kindsIn.get(group) ?? []), catalogue.get(id)?.kind ?? '']));

    expect([...kindsIn].filter(([, kinds]) => !kinds.has('sign'))).toEqual([]);
  });

  it('has no synonym twice', () => {
    for (const { synonyms } of offers) expect(new Set(synonyms).size).toBe(synonyms.length);
  });
});

describe('the words of an entry', () => {
  const own = ({ name, shows, means, innocent, notWhere, strengthNote }: Indicator) =>
    [name, shows, means, ...innocent, notWhere, strengthNote].join('\n');
  const all = (entry: Indicator) =>
    [own(entry), entry.evidenceNote, ...entry.sources.map(({ says }) => says)].join('\n');

  it.each(entries)('$id labels no person (C19)', (entry) => {
    expect(all(entry)).not.toMatch(/victim|pimp|prostitut|rescue/i);
  });

  it.each(entries)('$id gives no advice on evading detection (C17)', (entry) => {
    expect(all(entry)).not.toMatch(/avoid (?:detection|being)|bypass|evade|undetected|unnoticed|so as not to be/i);
  });

  it.each(entries)('$id names no threshold: numbers occur only where a study is cited', (entry) => {
    expect(own(entry)).not.toMatch(/\d/);
    expect(own(entry)).not.toMatch(
      /per ?cent|\b(?:at least|more than|fewer than|within) (?:two|three|four|five|ten)\b/i,
    );
    expect(all(entry)).not.toMatch(/\d+(?:\.\d+)? ?times|≥|≤/);
  });

  it('describes a possible minor only by a closed card and the first step', () => {
    for (const id of POSSIBLE_MINOR) {
      const entry = catalogue.get(id) as Indicator;

      expect(entry.shows).toMatch(/closed card/i);
      expect(entry.means).toMatch(/child protection and the specialised police at once/);
      expect(all(entry)).not.toMatch(/["“”«»]/);
    }
  });
});
