import { sceneFor } from '#case/language/model/scenes.ts';
import type { LoadedCase } from '#case/language/use-cases/loaded-case.ts';
import type { PlayedRole } from '#case/play/screens/played-role.ts';

/** Who one can be in a case, the usual one first, each with the first scene as it is told to them. */
export function playedRoles({
  source,
  scenario,
  scenes,
}: Pick<LoadedCase, 'source' | 'scenario' | 'scenes'>): [PlayedRole, ...PlayedRole[]] {
  const first = scenes[scenario.initial];
  const played = (
    kind: PlayedRole['kind'],
    person: typeof source.role | NonNullable<typeof source.roles>[string & keyof typeof source.roles],
  ): PlayedRole => {
    const { title, text, operator, legalBasis } = person;
    return { kind, title, text, operator, legalBasis, briefing: first ? sceneFor(first, kind).text : '' };
  };
  const others = (scenario.roles ?? []).slice(1).flatMap((kind) => {
    const person = source.roles?.[kind];
    return person ? [played(kind, person)] : [];
  });
  return [played(scenario.roles?.[0], source.role), ...others];
}
