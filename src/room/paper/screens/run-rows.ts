import type { RunPart } from '#case/language/model/run-plan.ts';
import { sayList, sayNumber } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import type { CaseOnPaper, OfferedLength } from '#room/paper/use-cases/case-on-paper.ts';
import messages from '#words/room/paper.json' with { type: 'json' };

/** A row of a run sheet, in words. */
export interface RunRow {
  readonly start: number;
  readonly minutes: number;
  readonly part: string;
  /** Under the part: its decisions, and the work at the screen. */
  readonly what?: string;
  readonly say: string;
  readonly release: string;
}

/** Minutes of the debrief before its first decision and for each, and the minimum and maximum that are discussed. */
const BEFORE_DECISIONS = 8;
const FOR_DECISION = 8;
const [MIN_DECISIONS, MAX_DECISIONS] = [1, 6];

const t = translator(messages);

/** The rows of a run sheet: those of the agenda of its authors, or else those that follow from the plan. */
export function runRows(paper: CaseOnPaper, { plan, sheet, agenda, length }: OfferedLength): RunRow[] {
  if (agenda) return agendaRows(paper, agenda, length);
  const numbers = new Map([...sheet.front, ...sheet.back].map(({ state }, n) => [state, n + 1]));
  const decided = plan.parts.reduce((sum, { decisions = [] }) => sum + decisions.length, 0);
  const spoken = Math.floor((plan.debrief - BEFORE_DECISIONS) / FOR_DECISION);
  const count = Math.min(decided, Math.max(MIN_DECISIONS, Math.min(MAX_DECISIONS, spoken)));
  let votedBefore = false;
  return plan.parts.map(({ kind, start, minutes, ...part }): RunRow => {
    const at = { start, minutes };
    if (kind === 'play') {
      const row = { ...at, ...playRow(paper, part, { numbers, votedBefore, stopped: plan.stopped }) };
      votedBefore ||= (part.decisions ?? []).length > 0;
      return row;
    }
    return {
      ...at,
      part: t(`part.${kind}`),
      say: kind === 'debrief' ? sayDebrief(paper, decided > 0 ? count : undefined) : t(`do.${kind}`),
      release: t(`release.${kind}`),
    };
  });
}

/** What is said at the debrief, of so many decisions or of work alone; of flags only where ads were read. */
function sayDebrief({ aboutAds }: CaseOnPaper, count: number | undefined): string {
  if (count === undefined) return t(aboutAds ? 'do.debrief.work' : 'do.debrief.work.plain');
  return t.count(aboutAds ? 'do.debrief' : 'do.debrief.plain', count);
}

function agendaRows({ stages }: CaseOnPaper, agenda: NonNullable<OfferedLength['agenda']>, length: number): RunRow[] {
  return agenda.map(({ from, title, text, release }, n) => ({
    start: from,
    minutes: (agenda[n + 1]?.from ?? length) - from,
    part: title,
    say: text,
    release: release === undefined ? '' : (stages[release] ?? release),
  }));
}

function playRow(
  { stages, scenes, aboutAds }: CaseOnPaper,
  { stage = '', half, decisions = [], work = [], injects = [] }: Omit<RunPart, 'kind' | 'start' | 'minutes'>,
  context: {
    readonly numbers: ReadonlyMap<string, number>;
    readonly votedBefore: boolean;
    readonly stopped: boolean;
  },
): Omit<RunRow, 'start' | 'minutes'> {
  const title = stages[stage] ?? stage;
  const titlesOf = (ids: readonly string[]) => sayList(ids.map((id) => scenes[id] ?? id));
  const numbered = decisions.flatMap((id) => context.numbers.get(id) ?? []);
  const onWall = decisions.filter((id) => !context.numbers.has(id));
  const goesOn = half === 2 && decisions.length === 0;
  const what = [
    ...(work.length > 0 ? [t('work', { titles: titlesOf(work) })] : []),
    ...(numbered.length > 0
      ? [t.count('decisions', numbered.length, { list: sayList(numbered.map((n) => sayNumber(n))) })]
      : []),
    ...(onWall.length > 0 ? [t('decisions.wall', { titles: titlesOf(onWall) })] : []),
  ];
  const say = [
    ...(injects.length > 0 ? [t('do.injects', { titles: titlesOf(injects) })] : []),
    ...(work.length > 0 ? [t(goesOn ? 'do.work.again' : aboutAds ? 'do.work' : 'do.work.plain')] : []),
    ...(work.length > 0 && context.stopped ? [t('do.stopped')] : []),
    ...(decisions.length > 0 ? [context.votedBefore ? t('do.decisions.again') : t('do.decisions')] : []),
  ];
  return {
    part: half ? t('part.half', { stage: title, half: sayNumber(half) }) : title,
    ...(what.length > 0 && { what: what.join('. ') }),
    say: say.join(' '),
    release: half === 2 ? t('release.play.half') : t('release.play', { stage: title }),
  };
}
