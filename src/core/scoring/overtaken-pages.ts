import { capturedPages } from '#core/attempt/captured-pages.ts';
import type { AttemptState } from '#core/attempt/replay-attempt.ts';
import type { OvertakenPages } from '#core/exercise/page-rules.ts';
import type { CompiledScenario } from '#core/scenario/compiled-scenario.ts';

type Choice = { readonly state: string; readonly option: string; readonly title: string; readonly seq: number };

/**
 * What the trainee's own reports and contacts have cost, the first of them first: the story answers such a choice by a change
 * of ads, and what was captured only after the change, or never, is not there as it stood. What the story does by itself is
 * nobody's doing.
 */
export function overtakenPages(
  scenario: CompiledScenario,
  attempt: Pick<AttemptState, 'world' | 'clock' | 'responses'>,
  path: readonly Choice[],
): OvertakenPages[] {
  const { states } = scenario;
  const captured = capturedPages(scenario, attempt);
  const isMissed = (ad: string, at: string) => !captured.some((page) => page.ad === ad && page.capturedAt < at);
  /** Whether the ad was as it had been until then: what another change has taken before is not lost by this one. */
  const stood = (ad: string, until: string) => !attempt.world.some((change) => change.ad === ad && change.at < until);
  return path.flatMap(({ state: id, option, title, seq }): OvertakenPages[] => {
    const state = states[id];
    const act = state && 'options' in state ? state.options?.find((one) => one.id === option)?.act : undefined;
    if (act !== 'notify' && act !== 'contact') return [];
    const changed = attempt.world.filter(({ ad, cause, at }) => cause === seq && at <= attempt.clock && stood(ad, at));
    const ads = changed.filter(({ ad, at }) => isMissed(ad, at)).map(({ ad }) => ad);
    return ads.length > 0 ? [{ act, seq, step: title, ads }] : [];
  });
}
