import { createRoomSteps, isPlayable } from '#case/checking/model/room-steps.ts';
import type { CompiledState } from '#case/language/model/compiled-scenario.ts';
import { readsMarket } from '#case/language/model/reads-market.ts';
import type { Role } from '#case/language/model/role.ts';
import { RUN_LENGTHS, type RunLength } from '#case/language/model/run-length.ts';
import { type NotOffered, planRun, playRange, type RoomStep, type RunPlan } from '#case/language/model/run-plan.ts';
import { type Scene, sceneFor } from '#case/language/model/scenes.ts';
import type { Workshop, WorkshopAgenda } from '#case/language/model/workshop-schemas.ts';
import type { LoadedCase } from '#case/language/use-cases/loaded-case.ts';
import { shortenScene } from '#room/model/shorten-scene.ts';
import { fitTeamSheet, type SheetTask, type TeamSheet } from '#room/paper/model/team-sheet.ts';

/** A length of a workshop with its sheets. */
export interface OfferedLength {
  readonly length: RunLength;
  readonly offered: true;
  readonly plan: RunPlan;
  /** What the authors have planned in words; left out where the plan alone says it. */
  readonly agenda?: WorkshopAgenda['lines'];
  readonly sheet: TeamSheet;
  /** Titles of what the length leaves out: decisions and exercises that are told in a sentence. */
  readonly told: readonly string[];
}

/** Why a length is not offered: the play would have to be drawn out to fill the least time for it. */
export interface TooSlow {
  readonly needed: number;
  readonly least: number;
}

/** A length of a workshop with its sheets, or why it is not offered. */
export type PaperLength =
  | OfferedLength
  | ({ readonly length: RunLength; readonly offered: false } & (NotOffered | TooSlow));

/** A play is not drawn out to more than this many times what it needs. */
const SLOWEST = 3;

/** A case as its sheets show it. Nothing in it follows from a key. */
export interface CaseOnPaper {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** The language of its texts. */
  readonly locale: string;
  readonly contentLevel: number;
  readonly role: string;
  /** True where its exercises show ads: sheets speak of ads and signs only then. */
  readonly aboutAds: boolean;
  /** Titles by id: of the stages, and of the states that a plan names. */
  readonly stages: Readonly<Record<string, string>>;
  readonly scenes: Readonly<Record<string, string>>;
  readonly lengths: readonly PaperLength[];
}

/** The public half of a loaded case, as far as its sheets need it. */
type PublicCase = Pick<LoadedCase, 'source' | 'scenario' | 'scenes' | 'market' | 'workshop' | 'kinds'>;

/** The sheets of a case: for each length a plan and a team sheet, from its own cut or from the whole story. */
export function caseOnPaper(loaded: PublicCase): CaseOnPaper {
  const { source, scenario, scenes, workshop } = loaded;
  const steps = stepsByLength(loaded);
  const role = scenario.roles?.[0];
  const sceneOf = (id: string): Scene | undefined => {
    const scene = scenes[id];
    return scene && sceneFor(scene, role);
  };
  const lengths = RUN_LENGTHS.map((length): PaperLength => {
    const planned = planRun(length, steps.get(length) ?? []);
    if (!planned.ok) return { length, offered: false, needed: planned.needed, most: planned.most };
    if (isTooSlow(length, steps, workshop))
      return { length, offered: false, needed: planned.plan.needed, least: playRange(length).least };
    const of = (what: 'decisions' | 'work') => planned.plan.parts.flatMap((part) => part[what] ?? []);
    const tasks = of('decisions').flatMap((id): SheetTask[] => {
      const scene = sceneOf(id);
      return scene ? [taskOf(id, scene, workshop)] : [];
    });
    const played = new Set([...of('decisions'), ...of('work')]);
    const told = (steps.get(length) ?? []).filter(
      ({ does, state }) => does === 'tell' && !played.has(state) && isPlayable(scenario.states[state] as CompiledState),
    );
    const agenda = workshop?.agendas.find(({ minutes }) => minutes === length);
    return {
      length,
      offered: true,
      plan: planned.plan,
      ...(agenda && { agenda: agenda.lines }),
      sheet: fitTeamSheet(tasks, of('work').length > 0, decidedInShorter(length, steps)),
      told: [...new Set(told.map(({ state }) => sceneOf(state)?.title ?? state))],
    };
  });
  const named = lengths.flatMap((one) =>
    one.offered
      ? one.plan.parts.flatMap(({ decisions = [], work = [], injects = [] }) => [...decisions, ...work, ...injects])
      : [],
  );
  return {
    id: source.id,
    title: source.title,
    summary: source.summary,
    locale: source.locale,
    contentLevel: source.contentLevel,
    role: roleTitle(loaded, role),
    aboutAds: readsMarket(loaded),
    stages: Object.fromEntries(source.stages.map(({ id, title }) => [id, title])),
    scenes: Object.fromEntries([...new Set(named)].map((id) => [id, sceneOf(id)?.title ?? id])),
    lengths,
  };
}

/** The steps of a group in each length. */
function stepsByLength({ scenario, scenes, market, workshop, kinds }: PublicCase): Map<RunLength, readonly RoomStep[]> {
  const { stepsFor, whole, ofCut } = createRoomSteps({ scenario, scenes, market, kinds });
  return new Map(
    RUN_LENGTHS.map((length) => {
      const cut = workshop?.cuts.find(({ minutes }) => minutes === length);
      return [length, stepsFor(cut ? ofCut(cut) : whole(), cut !== undefined) ?? []];
    }),
  );
}

/** True where the play is much too short for the length and a shorter one is offered, unless the author has planned it. */
function isTooSlow(
  length: RunLength,
  steps: ReadonlyMap<RunLength, readonly RoomStep[]>,
  workshop: Workshop | undefined,
): boolean {
  const isPlanned = [...(workshop?.cuts ?? []), ...(workshop?.agendas ?? [])].some(({ minutes }) => minutes === length);
  const planned = planRun(length, steps.get(length) ?? []);
  if (isPlanned || !planned.ok || SLOWEST * planned.plan.needed >= playRange(length).least) return false;
  return [...steps].some(([other, all]) => other < length && planRun(other, all).ok);
}

/** What shorter workshops decide: it stays on a team sheet that cannot hold everything. */
function decidedInShorter(length: RunLength, steps: ReadonlyMap<RunLength, readonly RoomStep[]>): Set<string> {
  const shorter = [...steps].filter(([other, all]) => other < length && planRun(other, all).ok);
  return new Set(shorter.flatMap(([, all]) => all.filter(({ does }) => does === 'decide').map(({ state }) => state)));
}

function taskOf(state: string, { title, text, talk, note, question, options }: Scene, workshop?: Workshop): SheetTask {
  return {
    state,
    title,
    text: workshop?.short[state] ?? shortenScene(text),
    talk: talk.map(({ who, says }) => ({ who, says })),
    ...(note && { note }),
    question: question ?? '',
    // An option that occurs twice, under different guards, is one choice.
    options: [...new Set(options.map((option) => option.text))],
  };
}

function roleTitle({ source }: PublicCase, role: Role | undefined): string {
  return ((role !== undefined && source.roles?.[role]) || source.role).title;
}
