import { describe, expect, it } from 'vitest';
import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import { offeredOptions, replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import { retryAttempt } from '#case/attempt/model/retry-attempt.ts';
import { onePage } from '#case/debrief/model/one-page.ts';
import type { Act } from '#case/exercise/model/acts.ts';
import { type CompiledScenario, combinationAfter, isOffered } from '#case/language/model/compiled-scenario.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { attemptsAt, sharesOf } from '../../../../support/builders/sampled-attempts.ts';
import { type TheCase, theCase } from '../../../../support/builders/the-library.ts';
import { inFull } from '../../../../support/in-full.ts';

/** What each thing to change asks for: an act of the case, or a kind of exercise to be open. */
const ASKS: Readonly<Record<string, { readonly act?: Act; readonly kind: string }>> = {
  'change.lost-by.notify': { act: 'preserve', kind: 'preservation' },
  'change.lost-by.contact': { act: 'preserve', kind: 'preservation' },
  'change.data-gone': { act: 'request', kind: 'requests' },
  'change.account-told': { kind: 'requests' },
  'change.card-copied': { kind: 'preservation' },
  'change.card-open': { kind: 'detection' },
};
/** An exercise of that kind can be reached from there, on a way on which nobody is warned. */
function leadsTo({ states }: CompiledScenario, kind: string, from: string, begun: number): boolean {
  const seen = new Set<string>();
  const open = [{ id: from, combination: begun }];
  for (let at = open.pop(); at; at = open.pop()) {
    const { id, combination } = at;
    const state = states[id];
    if (!state || seen.has(`${id} ${combination}`)) continue;
    seen.add(`${id} ${combination}`);
    if (state.type === 'exercise' && state.kind === kind) return true;
    const options = 'options' in state ? state.options.filter(({ act }) => act !== 'notify' && act !== 'contact') : [];
    for (const option of options.filter((one) => isOffered(one, combination)))
      open.push({ id: option.next, combination: combinationAfter(option, combination) });
    if (!('next' in state)) continue;
    const after = 'becomes' in state ? combinationAfter(state, combination) : combination;
    for (const way of state.next.filter((one) => isOffered(one, combination)))
      open.push({ id: way.next, combination: after });
  }
  return false;
}

const NEW = { id: 'another', wall: '1970-01-01T00:00:00Z' };

/** How often the first page went back for each thing to change; what it went back to in vain. */
function triesIn({ material }: TheCase, log: AttemptLog, report: ReturnType<typeof scoreAttempt>) {
  const { change, next } = onePage(report, KINDS);
  const asked = change && ASKS[change.id];
  if (!asked || next?.id !== 'next.retry') return undefined;
  const [seq = 0] = next.events;
  const again = replayAttempt(material, retryAttempt(log, seq, NEW));
  const event = log.events.find((one) => one.seq === seq);
  const at = event?.state ?? '';
  const state = material.scenario.states[at];
  const isOpen = state?.type === 'exercise' && state.kind === asked.kind;
  const isOffered = offeredOptions(material.scenario, { ...again, state: at }).some(({ act }) => act === asked.act);
  const isNamed = next.params['step'] === material.scenes[at]?.title;
  const lost = report.facts.overtaken[0];
  const isEarly = !change.id.startsWith('change.lost-by') || (lost !== undefined && seq <= lost.seq);
  // Where nothing came before the act at which it could be done, the act is the step: another choice there leads on to it.
  const isBefore = lost?.seq === seq && leadsTo(material.scenario, asked.kind, at, again.combination);
  const canDo = isOpen || (asked.act !== undefined && isOffered) || isBefore;
  return { change: change.id, isGood: canDo && isNamed && isEarly };
}

const known = new Map<string, number>();

describe('the retry step of the first page', () => {
  it.each(sharesOf(inFull(10, 40)))('$name: offers the option that the advice asks for', (share) => {
    const shipped = theCase(`scenarios/${share.name}`);
    const vain: string[] = [];
    for (const { name, log, answers } of attemptsAt(share, shipped.material, shipped.answers)) {
      const tried = triesIn(shipped, log, scoreAttempt(log, shipped.material, answers));
      if (!tried) continue;
      known.set(tried.change, (known.get(tried.change) ?? 0) + 1);
      if (!tried.isGood) vain.push(`${name}: ${tried.change}`);
    }
    expect(vain).toEqual([]);
  });

  it('is checked for each kind of advice, or for most of them in a sample', () => {
    const asked = Object.keys(ASKS).length;
    expect(known.size).toBeGreaterThanOrEqual(inFull(asked, asked - 2));
  });
});
