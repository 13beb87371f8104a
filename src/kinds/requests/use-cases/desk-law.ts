import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import { stateTree } from '#case/language/model/state-tree.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import { type AuthorityTable, type LawOfDesk, officesFor } from '#evidence/law/model/authority.ts';
import { emptyLetter, OFFICES } from '#evidence/letters/model/letter.ts';
import { fault } from '#kernel/formats/authored/faults.ts';
import type { Placed } from '#kernel/formats/authored/parse-with.ts';
import { asJson, canonicalJson } from '#kernel/model/canonical-json.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { lawOf, type RequestDesk } from '#kinds/requests/model/desk.ts';
import { REQUESTS } from '#kinds/requests/model/kind.ts';

/**
 * The case with the law of its State in every request desk. The law becomes part of the case hash: under another law
 * the same letter gets another answer, so an attempt under the older law is shown but not scored again.
 */
export function withDeskLaw(compiled: CompiledScenario, { states }: AuthorityTable): CompiledScenario {
  const lawAt = ({ home }: RequestDesk) => states.find(({ id }) => id === home);
  const laws = REQUESTS.exercisesIn(compiled).flatMap(({ state, brief }) => {
    const law = lawAt(brief);
    return law ? [[state, law]] : [];
  });
  if (laws.length === 0) return compiled;
  return {
    ...compiled,
    hash: sha256Hex(canonicalJson({ scenario: compiled.hash, laws: asJson(laws) })),
    states: REQUESTS.statesWith(compiled, (brief) => {
      const law = lawAt(brief);
      return law ? { ...brief, law } : brief;
    }),
  };
}

/** Issues of a case or key that contradicts the table of which office may order which data. */
export function checkDeskLaw(
  scenario: Placed<Scenario>,
  key: Placed<AnswerKey> | undefined,
  { states }: AuthorityTable,
): Issue[] {
  return REQUESTS.authoredIn(stateTree(scenario.value)).flatMap(({ brief, path }): Issue[] => {
    const { home = '', offences = [], emergency = false } = brief;
    const law = states.find(({ id }) => id === home);
    if (law) return key ? checkOrders(key, lawOf({ law, offences, emergency }), offences) : [];
    const known = states.map(({ id }) => id).join(', ');
    return [fault('desk.no-law', scenario, [...path, 'brief', 'home'], { state: home, known })];
  });
}

/**
 * Warnings for orders of the key that their office may not give, or for which no offence of the key is grave enough.
 */
function checkOrders(key: Placed<AnswerKey>, law: LawOfDesk, offences: RequestDesk['offences']): Issue[] {
  const requests = REQUESTS.keyOf(key.value);
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
