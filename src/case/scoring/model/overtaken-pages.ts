import { capturedPages } from '#case/attempt/model/captured-pages.ts';
import type { CaseMaterial } from '#case/attempt/model/case-material.ts';
import type { AttemptState } from '#case/attempt/model/replay-attempt.ts';
import type { OvertakenPages } from '#case/exercise/model/page-rules.ts';

type Choice = { readonly state: string; readonly option: string; readonly title: string; readonly seq: number };

/**
 * What the trainee's own reports and contacts have cost, earliest first: the story answers such a choice by changing
 * ads, and pages captured only after the change, or never, are lost in their original form. Changes that the story
 * makes by itself are not attributed to the trainee.
 */
export function overtakenPages(
  material: Pick<CaseMaterial, 'scenario' | 'kinds'>,
  attempt: Pick<AttemptState, 'world' | 'clock' | 'responses'>,
  path: readonly Choice[],
): OvertakenPages[] {
  const { states } = material.scenario;
  const captured = capturedPages(material, attempt);
  const isMissed = (ad: string, at: string) => !captured.some((page) => page.ad === ad && page.capturedAt < at);
  /** True if the ad was unchanged until then: what an earlier change took is not lost by this one. */
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
