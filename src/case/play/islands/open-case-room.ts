import { packedCase } from '#kernel/browser/packed-page.ts';
import { siteRoot } from '#kernel/browser/site-root.ts';
import type { CaseOfPage } from './case-of-page.ts';
import type { CaseRoom } from './case-room.svelte.ts';
import type { WiredCase } from './case-wiring.ts';
import { loadStep } from './load-screens.ts';
import type { OpenTeams, TeamInRoom, TeamOfPackedCase } from './opened-team.ts';
import type { PageKinds } from './page-kinds.ts';

/** What the page of a case gives to the room in which it is played. */
export interface RoomOfPage<InRoom extends TeamInRoom, Packed extends TeamOfPackedCase>
  extends Pick<CaseOfPage, 'id' | 'languages' | 'firstExercise'> {
  /** Teams of a room, and of a packed case: loaded only where one plays. */
  readonly loadTeams: () => Promise<OpenTeams<InRoom, Packed>>;
  /** Where the results of attempts are kept. */
  readonly loadResults: NonNullable<WiredCase['loadResults']>;
  /** The kinds of exercise, which come with the room. */
  readonly kinds: () => Promise<PageKinds>;
}

/** The open case with all that its page shows it with. */
export type OpenedCaseRoom<InRoom extends TeamInRoom, Packed extends TeamOfPackedCase> = Awaited<
  ReturnType<typeof openCaseRoom<InRoom, Packed>>
>;

/** Loads what a case is played with, and opens it where it was left. `inRoom` where this laptop has joined a workshop. */
export async function openCaseRoom<InRoom extends TeamInRoom, Packed extends TeamOfPackedCase>(
  page: RoomOfPage<InRoom, Packed>,
  inRoom: boolean,
) {
  const [kinds, { wireCase, openWired }, { CaseRoom }, screen, files, { saveKept }, standing, team, packed] =
    await Promise.all([
      openKinds(page),
      import('./case-wiring.ts'),
      import('./case-room.svelte.ts'),
      import('./CaseScreen.svelte'),
      import('./AttemptFileStep.svelte'),
      import('./save-attempt.ts'),
      import('./OpenedCase.svelte'),
      inRoom ? page.loadTeams().then(({ openTeam }) => openTeam(page.id)) : undefined,
      packedCase() === undefined ? undefined : page.loadTeams(),
    ]);
  let opened: CaseRoom | undefined;
  const lost = () => {
    if (opened) opened.otherTab = true;
  };
  const wired = { ...(await wireCase(page.id, siteRoot(), kinds, lost)), loadResults: page.loadResults };
  opened = new CaseRoom(wired, await openWired(wired), page.languages[0].locale);
  if (team) opened.team = team.team;
  await opened.speak();
  await team?.team.playIn(opened);
  await team?.team.bringOver(opened);
  team?.team.start();
  return {
    caseRoom: opened,
    shows: kinds.shows,
    team,
    packed: packed?.openPackedTeam(opened),
    Screen: screen.default,
    Standing: standing.default,
    Files: files.default,
    saveKept,
    wired,
  };
}

/** The kinds, and the screen of the exercise to which the first act leads. */
async function openKinds({
  kinds: load,
  firstExercise,
}: Pick<RoomOfPage<TeamInRoom, TeamOfPackedCase>, 'kinds' | 'firstExercise'>): Promise<PageKinds> {
  const kinds = await load();
  await loadStep(kinds.shows, firstExercise ?? '');
  return kinds;
}
