import { valueIn } from '#case/language/model/compiled-scenario.ts';
import { ROLE_VARIABLE, type Role } from '#case/language/model/role.ts';
import type { PlayedCase } from './played-case.ts';
import type { Report } from './report.ts';

/**
 * Asks about exercises that some roles of a case come to and another never does. A role that has an exercise of the same
 * kind of its own does its work there, and is not reported.
 */
export function checkRoles({ compiled, exploration, pathOf }: PlayedCase, report: Report): void {
  const { roles, states, variables } = compiled;
  if (roles === undefined || roles.length < 2) return;
  const comes = new Map(
    Object.entries(states).flatMap(([id, { type }]) => (type === 'exercise' ? [[id, new Set<Role>()] as const] : [])),
  );
  for (let situation = 0; situation < exploration.count; situation++) {
    const role = valueIn(variables, exploration.combinationOf(situation), ROLE_VARIABLE) as Role;
    for (const state of exploration.configurationOf(situation).active) comes.get(state)?.add(role);
  }
  const kindOf = (id: string) => {
    const state = states[id];
    return state?.type === 'exercise' ? state.kind : undefined;
  };
  for (const [id, who] of comes)
    for (const role of roles) {
      if (who.size === 0 || who.has(role)) continue;
      const hasOwn = [...comes].some(
        ([other, there]) => kindOf(other) === kindOf(id) && there.has(role) && [...who].some((one) => !there.has(one)),
      );
      if (hasOwn) continue;
      const others = roles.filter((one) => who.has(one)).join(', ');
      report('scenario.role-passes-exercise', pathOf(id), { state: id, role, others }, 'warning');
    }
}
