import { saveAttemptFile } from '#case/attempt/browser/save-attempt-file.ts';
import { attemptFileOf } from '#case/attempt-file/model/attempt-file.ts';
import { teamOfLog } from '#case/attempt-file/model/attempt-team.ts';
import type { SavedAttempt } from '#case/parts/use-cases/ports.ts';
import type { ScoreReport } from '#case/scoring/model/score-report.ts';
import { downloadText } from '#kernel/browser/download.ts';
import type { CaseRoom } from './case-room.svelte.ts';

/** Saves the open attempt of a room as one file: with its report once the case has ended, else its log alone. */
export async function saveRoom(room: CaseRoom, known?: ScoreReport): Promise<void> {
  const { log, attempt, alias, wired } = room;
  if (!log || !attempt) return;
  // Where the answers cannot be had, the log is saved without them: it can be scored later.
  const scored = () =>
    room
      .answers()
      .then(({ scoreCase }) => scoreCase(log, { ...wired.part, scenes: room.scenes }, attempt))
      .catch((error: unknown) => {
        room.refuse(error);
        return undefined;
      });
  const report = known ?? (attempt.ended ? await scored() : undefined);
  const team = room.team.saidBeside(log.header.id);
  saveAttemptFile(attemptFileOf({ log, saved: wired.ports.wall(), alias, team, report }));
}

/** True where the saved file holds votes or reasons of a team. */
export function savesVotes({ team, log }: CaseRoom): boolean {
  const said = log && team.saidBeside(log.header.id);
  return said !== undefined && log !== undefined && teamOfLog(said, log) !== undefined;
}

/** Saves an attempt that was put away. One that cannot be read is saved as it lies in storage. */
export async function saveKept({ header, events }: SavedAttempt, room: CaseRoom): Promise<void> {
  const [{ readAttemptFile }, reads] = await Promise.all([
    import('#case/attempt-file/model/schemas.ts'),
    room.wired.kinds.reads(),
  ]);
  const written = JSON.stringify({ header, events }, null, 2);
  const read = readAttemptFile(written, { reads });
  const { wall } = room.wired.ports;
  if (read.ok) {
    const { log } = read.file;
    const team = room.team.saidBeside(log.header.id);
    saveAttemptFile(attemptFileOf({ log, saved: wall(), alias: room.alias, team }));
  } else downloadText('checkathon-attempt.json', `${written}\n`);
}
