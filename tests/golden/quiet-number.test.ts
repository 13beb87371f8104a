import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from '#core/kernel/canonical-json.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import { combinationsOf } from '#core/scenario/compiled-scenario.ts';
import { exploreStory, initialSituation } from '#core/scenario/explore-story.ts';
import { createStory } from '#core/scenario/story.ts';
import { theCase } from '../support/builders/the-library.ts';

const { scenario, scenes } = theCase().material;

/** Every situation of the case with all that can be done in it, how long it takes and where it leads. */
function everyStep(): Json[] {
  const values = combinationsOf(scenario.variables);
  const story = createStory(scenario);
  const explored = exploreStory(story, [initialSituation(story)]);
  const rows = Array.from({ length: explored.count }, (_, n) => {
    const { active, moves } = explored.configurationOf(n);
    const combination = explored.combinationOf(n);
    const state = active.join(' + ');
    const compiled = scenario.states[state];
    const ways = moves
      .filter(({ open }) => !open || open[combination] === 1)
      .map(({ type, option, to, becomes }) => ({
        by: option?.id ?? type,
        minutes: option?.minutes ?? (compiled?.type === 'narrative' ? compiled.minutes : 0),
        ...(option?.act && { act: option.act }),
        next: to.active.join(' + '),
        then: values[becomes?.[combination] ?? combination] as Json,
      }));
    return { state, values: values[combination] as Json, stage: compiled?.stage ?? '', ways };
  });
  return rows.sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
}

describe('The quiet number', () => {
  it('plays as it did when it was first written: the same steps, times and acts in every situation', () => {
    const rows = everyStep();

    expect(rows).toHaveLength(118);
    expect(sha256Hex(canonicalJson(rows))).toBe('1b93f8e8e4d081b926ef9a81a57630534bca5e7aa5552a45d38e9dee512ec506');
  });

  it('is told in the same words', () => {
    const digest = sha256Hex(canonicalJson(scenes as unknown as Json));

    expect(digest).toBe('3e5d4f40c25f0ca83695fce7f4f3e341c8561e475e3cca3dc8a8b258d0e7406a');
  });

  it('keeps the attempts that were begun before', () => {
    expect(scenario.hash).toBe('4918a112bda2f58fc95bea9edb0c0835ec4d8eddea73055a6deeb03a13c2fc4f');
  });
});
