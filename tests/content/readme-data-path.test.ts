import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { compileScenario } from '#app/library/compile-scenario.ts';
import { parseWith } from '#app/library/parse-with.ts';
import { type AttemptEvent, recordEvent } from '#core/attempt/attempt-log.ts';
import { replayAttempt } from '#core/attempt/replay-attempt.ts';
import { isSought } from '#core/market/actor-types.ts';
import { MarketProfileSchema } from '#core/market/schemas.ts';
import { generateMarket } from '#core/market-generator/generate-market.ts';
import { TruthRowSchema } from '#core/prediction/schemas.ts';
import { scorePredictions } from '#core/prediction/score-predictions.ts';
import { createMachine } from '#core/scenario/create-machine.ts';
import { ScenarioSchema } from '#core/scenario/schemas.ts';
import { scoreAttempt } from '#core/scoring/score-attempt.ts';
import { anOrder } from '../support/builders/a-market.ts';
import { aHeader } from '../support/builders/an-attempt.ts';
import { ROOT, theCase } from '../support/builders/the-library.ts';

/** The functions that the section of the README names in its arrows. */
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

describe('the path of the data in the README', () => {
  it('names these functions and no others', () => {
    const [, section = ''] = read('README.md').split('\n## The path of the data\n\n```\n');
    const [block = ''] = section.split('\n```');

    expect(new Set([...block.matchAll(/-(\w+)->/g)].map(([, name]) => name))).toEqual(new Set(Object.keys(PATH)));
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
