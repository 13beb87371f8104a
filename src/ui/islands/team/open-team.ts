import { translator } from '#i18n/translator.ts';
import PackedSize from '#ui/team/PackedSize.svelte';
import messages from '#words/workshop.json' with { type: 'json' };
import type { CaseRoom } from '../case-room.svelte.ts';
import AnswersLater from './AnswersLater.svelte';
import { teamOfCase } from './case-team.svelte.ts';
import PackedResult from './PackedResult.svelte';
import { PackedTeam } from './packed-team.svelte.ts';
import TeamChairs from './TeamChairs.svelte';
import TeamCover from './TeamCover.svelte';
import TeamDecision from './TeamDecision.svelte';
import TeamResult from './TeamResult.svelte';
import TeamTop from './TeamTop.svelte';

const t = translator(messages);

/** What a case is played with by a team in a room: loaded only where a laptop has joined one. */
export function openTeam(scenario: string) {
  const team = teamOfCase(scenario);
  return (
    team && {
      team,
      Top: TeamTop,
      Chairs: TeamChairs,
      Decision: TeamDecision,
      Cover: TeamCover,
      Result: TeamResult,
      Later: AnswersLater,
      /** Who opens the answers, as the briefing says it. */
      answers: () => t(team.isAllOpen ? 'answers.open' : 'answers'),
    }
  );
}

export type OpenedTeam = NonNullable<ReturnType<typeof openTeam>>;

/** What a packed case has for a team that no room reaches. */
export function openPackedTeam(room: CaseRoom) {
  const team = new PackedTeam(room);
  room.team = team;
  return { team, Size: PackedSize, Decision: TeamDecision, Result: PackedResult };
}

export type OpenedPackedTeam = ReturnType<typeof openPackedTeam>;
