import { describe, expect, it } from 'vitest';
import { combinationsOf } from '#case/language/model/compiled-scenario.ts';
import { exploreStory, initialSituation } from '#case/language/model/explore-story.ts';
import { createStory } from '#case/language/model/story.ts';
import { canonicalJson, type Json } from '#kernel/model/canonical-json.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
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
  it('keeps the steps, times and acts of version 2 of its key in every situation (digest)', () => {
    const rows = everyStep();

    expect(rows).toHaveLength(118);
    expect(sha256Hex(canonicalJson(rows))).toBe('4fa1547ecd4addfafa98810db3d6551ebae3afee94c616553e32269181f224ca');
  });

  it('keeps the text of every scene (digest)', () => {
    const digest = sha256Hex(canonicalJson(scenes as unknown as Json));

    expect(digest).toBe('0981de40bbeb0eacaa6821d699f1c69e08fe80bd685e17b1778331c56b32d3f9');
  });

  it('keeps the scenario hash that attempts at this text name', () => {
    expect(scenario.hash).toBe('99dda2b1ae7cea0ccc8a22fa5415db68fdbdf9e6f9efbc75ef5fa9ce9bd61fa0');
  });
});
