import { afterEach, describe, expect, it } from 'vitest';
import type { Reading } from '#case/debrief/model/reading/reading.ts';
import { readingsOfCase } from '#case/play/islands/debriefed-exercises.ts';
import { KIND_SHOWS } from '#kinds/shipped/islands/shows.ts';
import { smallCase } from '../../../../support/builders/small-case.ts';
import { addTally, TALLY } from '../../../../support/builders/toy-kind.ts';

const READING: Reading = {
  schema: 'reading/1',
  id: 'a find',
  wall: '2031-03-12',
  title: 'Read',
  marketId: 'm',
  signs: {},
};

describe('the rounds beside which a debrief puts that of its attempt', () => {
  const out: (() => void)[] = [];
  afterEach(() => {
    for (const takeOut of out.splice(0)) takeOut();
  });

  function addKind(readings: () => Promise<readonly Reading[]>) {
    const screen = () => import('#case/play/islands/NarrativeStep.svelte') as never;
    out.push(addTally(), KIND_SHOWS.add(TALLY, { step: screen, debrief: screen, fold: TALLY, readings }));
  }
  const withKind = () =>
    smallCase(
      (text) => text.replace('kind: detection', `kind: ${TALLY}`),
      (text) => `${text}tally: { most: 5 }\n`,
    ).material.scenario;

  it('are those of the kinds in the case alone', async () => {
    addKind(async () => [READING]);

    expect(await readingsOfCase(withKind(), KIND_SHOWS)).toEqual([READING]);
    expect(await readingsOfCase(smallCase().material.scenario, KIND_SHOWS)).toEqual([]);
  });

  it('are none where the browser refuses them', async () => {
    addKind(() => Promise.reject(new Error('refused')));

    expect(await readingsOfCase(withKind(), KIND_SHOWS)).toEqual([]);
  });
});
