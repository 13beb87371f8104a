import type { CaseRoom } from '#case/play/islands/case-room.svelte.ts';
import type { OpenedPackedTeam, OpenedTeam } from '#case/play/islands/opened-team.ts';
import { translator } from '#i18n/translator.ts';
import { openTeamSessionStore } from '#room/browser/team-session-store.ts';
import PackedSize from '#room/team/screens/PackedSize.svelte';
import messages from '#words/room/workshop.json' with { type: 'json' };
import AnswersLater from './AnswersLater.svelte';
import { CaseTeam } from './case-team.svelte.ts';
import PackedResult from './PackedResult.svelte';
import { PackedTeam } from './packed-team.svelte.ts';
import TeamChairs from './TeamChairs.svelte';
import TeamCover from './TeamCover.svelte';
import TeamDecision from './TeamDecision.svelte';
import TeamResult from './TeamResult.svelte';
import TeamTop from './TeamTop.svelte';

const t = translator(messages);

/** What a case is played with by a team in a room: loaded only where a laptop has joined one. */
export function openTeam(scenario: string): OpenedTeam<CaseTeam> | undefined {
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
      answers: () => t(team.isAllOpen ? 'answers.open' : 'answers'),
    }
  );
}

/** What a packed case has for a team that no room reaches. */
export function openPackedTeam(room: CaseRoom): OpenedPackedTeam<PackedTeam> {
  const team = new PackedTeam(room);
  room.team = team;
  return { team, Size: PackedSize, Decision: TeamDecision, Result: PackedResult };
}

/** The team that has joined on this laptop, where the room plays that case; its link is not started yet. */
function teamOfCase(scenario: string): CaseTeam | undefined {
  const sessions = openTeamSessionStore();
  const session = sessions.read();
  return session?.view.scenario === scenario ? new CaseTeam(session, sessions) : undefined;
}
