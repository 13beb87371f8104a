import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { TruthRowSchema } from '#bench/predictions/model/schemas.ts';
import { scorePredictions } from '#bench/predictions/model/score-predictions.ts';
import { type AttemptEvent, recordEvent } from '#case/attempt/model/attempt-log.ts';
import { replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import { createMachine } from '#case/language/model/create-machine.ts';
import { ScenarioSchema } from '#case/language/model/schemas.ts';
import { compileScenario } from '#case/language/use-cases/compile-scenario.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { parseWith } from '#kernel/formats/authored/parse-with.ts';
import { isSought } from '#market/ads/model/actor-types.ts';
import { MarketProfileSchema } from '#market/ads/model/schemas.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { anOrder } from '../support/builders/a-market.ts';
import { aHeader } from '../support/builders/an-attempt.ts';
import { ROOT, theCase } from '../support/builders/the-library.ts';
import { partsOf } from '../support/readmes.ts';

/** The functions that the guide to the code names in its arrows. */
const PATH = {
  parseWith,
  generateMarket,
  scorePredictions,
  compileScenario,
  createMachine,
  recordEvent,
  replayAttempt,
  scoreAttempt,
};

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

function valueIn<Value>(parsed: { ok: true; value: Value } | { ok: false; issues: unknown }): Value {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

describe('the path of the data in src/README.md', () => {
  it('names these functions and no others', () => {
    const arrows = partsOf('src/README.md').blocks.flatMap(({ lines }) =>
      lines.flatMap(({ text }) => [...text.matchAll(/-(\w+)->/g)].map(([, name]) => name)),
    );

    expect(new Set(arrows)).toEqual(new Set(Object.keys(PATH)));
  });

  it('leads from a profile to the report about a tool that knows the truth', () => {
    const file = 'content/markets/buy.yaml';
    const profile = valueIn(PATH.parseWith(MarketProfileSchema, read(file), file)).value;
    const { market, truth } = PATH.generateMarket(anOrder({ profile }));
    const rowsOfTruth = truth.ads.map((ad) => TruthRowSchema.parse(ad));
    const shown = rowsOfTruth.filter(({ possibleMinor }) => !possibleMinor);
    const rows = shown.map(({ ad, control }) => ({ ad, probability: isSought(control) ? 1 : 0 }));
    const report = valueIn(PATH.scorePredictions(rowsOfTruth, rows, { marketId: market.marketId }));

    expect(report.confusion).toMatchObject({ misses: 0, falseAlarms: 0 });
    expect(report.confusion.hits).toBeGreaterThan(0);
  });

  it('leads from a scenario and its first act to a score', () => {
    const folder = 'scenarios/quiet-number';
    const file = `${folder}/scenario.yaml`;
    const scenario = valueIn(PATH.compileScenario(valueIn(PATH.parseWith(ScenarioSchema, read(file), file))));
    const { material, answers } = theCase(folder);
    expect(scenario.hash).toBe(material.scenario.hash);

    const header = aHeader(material);
    const events: AttemptEvent[] = [
      PATH.recordEvent(
        { header, events: [] },
        { type: 'scene.continued', state: scenario.initial },
        scenario.start,
        header.wall,
      ),
    ];
    const state = PATH.replayAttempt({ ...material, scenario }, { header, events });
    const chart = createActor(PATH.createMachine(scenario)).start();
    chart.send({ type: 'scene.continued', state: scenario.initial });
    expect(chart.getSnapshot().value).toBe(state.state);
    expect(state.state).not.toBe(scenario.initial);

    const report = PATH.scoreAttempt({ header, events }, material, answers);
    expect(report.criteria.length).toBeGreaterThan(3);
    expect(report.ending).toBe('');
  });
});
