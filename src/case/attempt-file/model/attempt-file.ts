import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { ScoreReport } from '#case/scoring/model/score-report.ts';
import { type AttemptTeam, teamOfLog } from './attempt-team.ts';

/**
 * One attempt as one file: its log and, once the case has ended, its report. The page of a case resumes from it,
 * `score-attempt` scores it, and an author replays it. Fields of the header are repeated at the top, so that whoever
 * opens the file sees what it is.
 */
export interface AttemptFile {
  /** The second version is written only where a team has said something: what has no team, older versions read too. */
  readonly schema: 'attempt-file/1' | 'attempt-file/2';
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly marketId: string;
  readonly generatorVersion: number;
  /** Version of the key that the report was made with; left out if there is no report. */
  readonly keyVersion?: number;
  /** The trainee's alias for lists; never required to be a name. */
  readonly alias?: string;
  /** Wall time at which the file was saved, in ISO format; empty if an old file does not say. */
  readonly saved: string;
  /** Votes and reasons of a team; left out of an attempt of one person. */
  readonly team?: AttemptTeam;
  readonly log: AttemptLog;
  /** Left out if the case has not ended. */
  readonly report?: ScoreReport;
}

/** What a file is made from. */
export interface AttemptToSave {
  readonly log: AttemptLog;
  readonly saved: string;
  readonly alias?: string | undefined;
  readonly team?: AttemptTeam | undefined;
  readonly report?: ScoreReport | undefined;
}

/** Builds the file of an attempt. A blank alias is left out, and so is what a team has said of another attempt. */
export function attemptFileOf({ log, saved, alias, team, report }: AttemptToSave): AttemptFile {
  const { scenario, scenarioHash, marketId, generatorVersion } = log.header;
  const name = alias?.trim();
  const said = team && teamOfLog(team, log);
  return {
    schema: said ? 'attempt-file/2' : 'attempt-file/1',
    scenario,
    scenarioHash,
    marketId,
    generatorVersion,
    ...(report && { keyVersion: report.keyVersion }),
    ...(name && { alias: name }),
    saved,
    ...(said && { team: said }),
    log,
    ...(report && { report }),
  };
}

/** Maximum characters of an alias in the file name. */
const MAX_ALIAS_LENGTH = 40;

/**
 * The name of the file: case, alias and time to the minute, such as `quiet-number--anna--2031-03-12T0915.json`; two
 * hyphens separate an alias. Letters and digits of every script are kept; whatever a file system or a shell could
 * interpret becomes a hyphen.
 */
export function attemptFileName({
  scenario,
  alias = '',
  saved,
}: Pick<AttemptFile, 'scenario' | 'alias' | 'saved'>): string {
  const name = fileNamePart(alias);
  const parts = [fileNamePart(scenario), name, minuteOf(saved)].filter((part) => part !== '');
  return `${parts.join(name === '' ? '-' : '--') || 'attempt'}.json`;
}

function fileNamePart(text: string): string {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return [...words.join('-')].slice(0, MAX_ALIAS_LENGTH).join('').replace(/-$/, '');
}

function minuteOf(saved: string): string {
  const [, day, hour, minute] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(saved) ?? [];
  return day === undefined ? '' : `${day}T${hour}${minute}`;
}
