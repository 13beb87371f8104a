import { describe, expect, it } from 'vitest';
import { adsOfActor } from '#case/exercise/model/ads-of-actor.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { projectWith, swap } from '../../../../support/builders/project-with.ts';
import { LIBRARY, theCase } from '../../../../support/builders/the-library.ts';
import { KEY, linesOf, REVIEW, type Slip, withSlip } from '../../../../support/library/a-broken-project.ts';

const innocent = theCase().caseAnswers.truth.ads.find(({ control }) => control === 'none')?.ad;

const KEYS: readonly Slip[] = [
  {
    slip: 'a rating that is none',
    from: 'rating: harmful',
    to: '‸rating: bad',
    codes: ['schema.not-one-of'],
    says: 'good, acceptable, harmful, red',
  },
  {
    slip: 'a meter moved too far',
    from: 'meters: { safety: -2, trust: -2 }',
    to: 'meters: { ‸safety: -3, trust: -2 }',
    codes: ['schema.number'],
  },
  {
    slip: 'a misspelt field of an option',
    from: 'rating: harmful\n        meters:',
    to: 'rating: harmful\n        ‸meter:',
    codes: ['schema.unknown-field-near'],
    says: 'did you mean "meters"?',
  },
  {
    slip: 'a source that is not listed',
    from: '- { code: UNHT,',
    to: '- { ‸code: UNHTT,',
    codes: ['library.unknown-source'],
  },
  {
    slip: 'the key of another case',
    from: 'scenario: quiet-number',
    to: '‸scenario: loud-number',
    codes: ['key.other-scenario'],
  },
  {
    slip: 'a decision under another name',
    from: '\n  d30:',
    to: '\n  d29:',
    at: '‸decisions:',
    codes: ['key.decision-without-key', 'key.unknown-decision'],
  },
  {
    slip: 'an option under another name',
    from: '      e:\n',
    to: '      f:\n',
    at: '    ‸options:\n      a:\n        rating: good\n        meters: { trust: 2, say: 2 }',
    codes: ['key.option-without-rating', 'key.unknown-option'],
  },
  {
    slip: 'a decision without a good option',
    from: 'rating: good\n        meters: { trust: 2, say: 2 }',
    to: 'rating: acceptable\n        meters: { trust: 2, say: 2 }',
    at: '\n  ‸d02:',
    codes: ['key.no-good-option'],
  },
  {
    slip: 'a model path that nobody can take',
    from: '[d02, a]',
    to: '‸[d03, a]',
    codes: ['key.model-not-playable'],
    says: 'step 5',
  },
  {
    slip: 'an act that is none',
    from: '- [preserve, request]',
    to: '- [preserve, ‸ask]',
    codes: ['schema.not-one-of'],
  },
  {
    slip: 'an ad that the market has not',
    from: 'sameActorAs: "0303"',
    to: '‸sameActorAs: "9999"',
    codes: ['scenario.unknown-ad'],
    says: 'from 0301 to 03',
  },
  {
    slip: 'the ad of somebody nobody controls',
    from: 'sameActorAs: "0303"',
    to: `‸sameActorAs: "${innocent}"`,
    codes: ['key.preserve-not-controlled'],
    says: 'a network that shares its number: 03',
  },
  {
    slip: 'nothing for the locker',
    from: 'preserve: { sameActorAs: "0303" }',
    to: '',
    at: '‸schema: key/1',
    codes: ['key.preserve-missing'],
  },
];

const REVIEWS: readonly Slip[] = [
  {
    slip: 'a state of review that is none',
    from: 'safety: { status: not-reviewed }',
    to: 'safety: { ‸status: done }',
    codes: ['schema.not-one-of'],
  },
  {
    slip: 'a review by nobody',
    from: 'safety: { status: not-reviewed }',
    to: '‸safety: { status: reviewed }',
    codes: ['schema.missing', 'schema.missing', 'schema.missing', 'schema.missing'],
  },
];

describe('an author who makes a slip in the answers', () => {
  it.each([...KEYS.map((slip) => ({ file: KEY, ...slip })), ...REVIEWS.map((slip) => ({ file: REVIEW, ...slip }))])(
    'gets its position: $slip',
    ({ file, ...slip }) => {
      const { issues, place } = withSlip(file, slip);

      const [line = ''] = linesOf(issues);
      expect(issues.map(({ code }) => code)).toEqual(slip.codes);
      expect(line.startsWith(`${place} ${slip.codes[0]} `), `${line}\nstands at ${place}`).toBe(true);
      if (slip.says) expect(line).toContain(slip.says);
    },
  );

  it('gets its position: a network of which no page tells, so that nothing would belong in the locker', () => {
    const folder = 'scenarios/gone-by-noon';
    const { truth } = theCase(folder).caseAnswers;
    const silent = truth.ads.find(
      ({ ad, control }) => control === 'controlled' && adsOfActor(ad, { truth }).length === 0,
    )?.ad;
    const files = projectWith({ [`${folder}/key.yaml`]: swap('sameActorAs: "0306"', `sameActorAs: "${silent}"`) });
    const loaded = loadCase(files, folder, LIBRARY);

    expect(loaded.ok ? [] : linesOf(loaded.issues)).toEqual([
      expect.stringMatching(
        new RegExp(`^${folder}/key.yaml:138:13 key.preserve-not-knowable .*behind ad "${silent}" .*: 03\\d\\d`),
      ),
    ]);
  });
});
