import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KindSays } from '#case/exercise/model/kind-says.ts';
import { KIND_SAYS } from '#kinds/shipped/model/says.ts';
import { smallCase } from '../../../../support/builders/small-case.ts';
import { ROOT, theCase } from '../../../../support/builders/the-library.ts';
import { addTally, TALLY } from '../../../../support/builders/toy-kind.ts';
import {
  allKinds,
  happenedFaults,
  missingServices,
  missingWords,
  proofFaults,
  readerFaults,
} from '../../../../support/kinds/parts-of-kind.ts';
import { shippedCasesOf } from '../../../../support/kinds/shipped-cases-of.ts';

describe.each(allKinds())('the kind %s', (kind) => {
  it('has every service', () => {
    expect(missingServices(kind)).toEqual([]);
  });

  it('says under "What happened" what happened in it', () => {
    expect(happenedFaults(kind)).toEqual([]);
  });

  it('has a log that is read a second time, for every sentence of its debrief', () => {
    expect(readerFaults(kind)).toEqual([]);
  });

  it('is played at random, and has false conditions for the reader to find', () => {
    expect(proofFaults(kind)).toEqual([]);
  });

  it('has words wherever shared screens search for them', () => {
    expect(missingWords(kind, theCase(shippedCasesOf(kind)[0] ?? ''))).toEqual([]);
  });
});

describe('scenarios/README.md', () => {
  const readme = readFileSync(join(ROOT, 'scenarios/README.md'), 'utf8');

  it.each([
    ['the reserved words', /^\| `kind` +\| of an exercise ([^;]*);/m],
    ['the table of scenes', /^\| `exercise` .*?`kind` \(([^)]*)\)/m],
  ])('names every kind and no other: %s', (_, row) => {
    const named = row.exec(readme)?.[1] ?? '';

    expect([...named.matchAll(/`([\w-]+)`/g)].map(([, kind]) => kind)).toEqual(allKinds());
  });
});

describe('a kind of which parts are left out', () => {
  const out: (() => void)[] = [];
  beforeAll(() => {
    out.push(addTally());
  });
  afterAll(() => {
    for (const takeOut of out) takeOut();
  });
  const toyCase = () =>
    smallCase(
      (text) => text.replace('kind: detection', `kind: ${TALLY}`),
      (text) => `${text}tally: { most: 5 }\n`,
    );

  it('is told which services it lacks, and where they belong', () => {
    expect(missingServices(TALLY)).toEqual([
      'The kind tally has no service shows. Add src/kinds/tally/islands/screens.ts and its line in src/kinds/shipped/islands/shows.ts.',
    ]);
    expect(missingServices('nobody')).toHaveLength(11);
    expect(missingServices('nobody')).toContain(
      'The kind nobody has no service aboutWords. Add src/kinds/nobody/words/en/about.json and its line in src/kinds/shipped/screens/about-words.ts.',
    );
    expect(missingServices('nobody')).toContain(
      'The kind nobody has no service says. Add src/kinds/nobody/model/debrief.ts and its line in src/kinds/shipped/model/says.ts.',
    );
    expect(allKinds()).toContain(TALLY);
  });

  it('is told that "What happened" is empty', () => {
    expect(happenedFaults(TALLY)).toEqual([]);
    const without = (happened: KindSays['happened']) => {
      const takeOut = KIND_SAYS.add('mute', { ...KIND_SAYS.need(TALLY), happened });
      try {
        return happenedFaults('mute');
      } finally {
        takeOut();
      }
    };
    const told =
      '"What happened" says nothing of mute. Name its sentences under happened in src/kinds/mute/model/debrief.ts.';

    expect(without({})).toEqual([told]);
    expect(without({ short: (id) => id === 'tally.no-such-sentence' })).toEqual([told]);
  });

  it('is told that no reader reads its log', () => {
    expect(readerFaults(TALLY)).toEqual([
      'No reader reads the log of tally. Add tests/support/kinds/tally/reader.ts, as kind-reader.ts there says.',
    ]);
    expect(proofFaults(TALLY)).toEqual([
      'Nothing in tally is done at random, or no false condition is planted. Add both to tests/support/kinds/tally/proofs.ts, as kind-proofs.ts there says.',
    ]);
  });

  it('is told which words it lacks, and where', () => {
    expect(missingWords(TALLY, toyCase())).toEqual([
      'fold in src/kinds/tally/words/en/debrief.json',
      'criterion.tally.ads in src/kinds/tally/words/en/debrief.json',
      'criterion.tally.ads.what in src/kinds/tally/words/en/debrief.json',
      'name in src/kinds/tally/words/en/about.json',
      'scored in src/kinds/tally/words/en/about.json',
      'handled.tally.ads in src/kinds/tally/words/en/about.json',
    ]);
  });
});
