import { fault } from '#app/library/faults.ts';
import type { Placed } from '#app/library/parse-with.ts';
import { type AuthorityTable, type LawOfDesk, officesFor, type StateLaw } from '#core/evidence/law/authority.ts';
import { emptyLetter, OFFICES } from '#core/evidence/letters/letter.ts';
import { canonicalJson, type Json } from '#core/kernel/canonical-json.ts';
import type { Issue } from '#core/kernel/issue.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import { lawOf, type RequestDesk } from '#core/requests/desk.ts';
import { requestsPartOf } from '#core/requests/key.ts';
import type { CompiledScenario, CompiledState } from '#core/scenario/compiled-scenario.ts';
import type { Scenario } from '#core/scenario/schemas.ts';
import { stateTree } from '#core/scenario/state-tree.ts';
import type { AnswerKey } from '#core/scoring/schemas.ts';

type Desk = Omit<RequestDesk, 'law'>;

/**
 * The case with the law of its State in every request desk. The law becomes part of the case hash: under another law
 * the same letter gets another answer, so an attempt under the older law is shown but not scored again.
 */
export function withDeskLaw(compiled: CompiledScenario, { states }: AuthorityTable): CompiledScenario {
  const lawOn = (state: CompiledState): StateLaw | undefined =>
    state.type === 'exercise' && state.kind === 'requests'
      ? states.find(({ id }) => id === (state.brief as unknown as Desk).home)
      : undefined;
  const laws = Object.entries(compiled.states).flatMap(([id, state]) => {
    const law = lawOn(state);
    return law ? [[id, law] as const] : [];
  });
  if (laws.length === 0) return compiled;
  const changed = laws.map(([id, law]) => {
    const state = compiled.states[id];
    return [id, state?.type === 'exercise' ? { ...state, brief: { ...state.brief, law } } : state] as const;
  });
  const hash = sha256Hex(canonicalJson({ scenario: compiled.hash, laws: laws as unknown as Json }));
  return {
    ...compiled,
    hash,
    states: { ...compiled.states, ...Object.fromEntries(changed) } as typeof compiled.states,
  };
}

/** Issues of a case or key that contradicts the table of which office may order which data. */
export function checkDeskLaw(
  scenario: Placed<Scenario>,
  key: Placed<AnswerKey> | undefined,
  { states }: AuthorityTable,
): Issue[] {
  return stateTree(scenario.value).flatMap(({ state, path }): Issue[] => {
    if (state.type !== 'exercise' || state.kind !== 'requests') return [];
    const desk = state.brief as unknown as Desk;
    const law = states.find(({ id }) => id === desk.home);
    if (law) return key ? checkOrders(key, lawOf({ ...desk, law }), desk) : [];
    const known = states.map(({ id }) => id).join(', ');
    return [fault('desk.no-law', scenario, [...path, 'brief', 'home'], { state: desk.home, known })];
  });
}

/**
 * Warnings for orders of the key that their office may not give, or for which no offence of the key is grave enough.
 */
function checkOrders(key: Placed<AnswerKey>, law: LawOfDesk, { offences }: Desk): Issue[] {
  const requests = requestsPartOf(key.value);
  if (!requests) return [];
  const warn = (code: string, path: readonly (string | number)[], params: Issue['params']): Issue => ({
    ...fault(code, key, ['requests', ...path], params),
    severity: 'warning',
  });
  const wrong = OFFICES.flatMap((office) =>
    (requests.orders?.[office] ?? []).flatMap((data, n) => {
      const offices = officesFor(emptyLetter('order'), data, law);
      return offices.includes(office)
        ? []
        : [warn('key.order-by-wrong-office', ['orders', office, n], { office, data, offices: offices.join(', ') })];
    }),
  );
  if (!requests.letters.some((kind) => kind === 'order' || kind === 'assistance')) return wrong;
  const most = Math.max(
    0,
    ...offences.filter(({ id }) => requests.offences.includes(id)).map(({ maxYears }) => maxYears),
  );
  const light = requests.data.flatMap((data, n) => {
    const least = law.law.rows.find((row) => row.data.includes(data))?.minYears ?? 0;
    return most < least ? [warn('key.order-below-threshold', ['data', n], { data, least, most })] : [];
  });
  return [...wrong, ...light];
}
