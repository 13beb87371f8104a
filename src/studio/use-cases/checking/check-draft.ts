import type { CaseFigures } from '#case/checking/model/check-scenario.ts';
import type { PlayingTime } from '#case/checking/model/playing-time.ts';
import { type Way, waysToEnds } from '#case/checking/model/ways-to-ends.ts';
import { checkCase } from '#case/checking/use-cases/check-case.ts';
import { type CheckFinding, stateOfIssue } from '#case/checking/use-cases/check-report.ts';
import { scenesOf } from '#case/language/model/scenes.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import { storyStatechart } from '#case/language/model/story-chart.ts';
import type { CaseAnswers, LoadedCase } from '#case/language/use-cases/loaded-case.ts';
import { siteOwners } from '#case/language/use-cases/site-owners.ts';
import { completeByKinds, completeFromMarket } from '#case/plug/use-cases/ask-builds.ts';
import { type LaidOutStatechart, layOutStatechart } from '#case/statechart/use-cases/lay-out-chart.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { caseFiles } from '#library/cases/use-cases/case-files.ts';
import { caseMarket } from '#library/cases/use-cases/case-market-order.ts';
import { loadReading } from '#library/cases/use-cases/load-case.ts';
import { type CaseReading, readCase } from '#library/cases/use-cases/read-case.ts';
import type { Library } from '#library/content/use-cases/load-library.ts';
import { type CardProfile, cardOf } from '#market/ads/model/card-profile.ts';

/** A case that its author can play: the files of a built case, and what its page shows before the first scene. */
export interface PlayableDraft {
  /** Parts by name, including those of the key. */
  readonly parts: Readonly<Record<string, unknown>>;
  readonly source: Scenario;
  readonly card: CardProfile;
  /** Estimated playing time; left out while the case has an error. */
  readonly minutes?: PlayingTime;
  /** True where the key exists and fits the case, so that an attempt can be scored. */
  readonly scored: boolean;
}

/** A case as shown to its author: the findings to fix, and the parts that can be drawn and played despite them. */
export interface CheckedDraft {
  readonly schema: 'author-draft/1';
  readonly title: string;
  readonly findings: readonly CheckFinding[];
  readonly chart?: LaidOutStatechart;
  /** Left out while the case has an error, because the figures would mean little. */
  readonly figures?: CaseFigures;
  /** Left out where the current text cannot be played. */
  readonly played?: PlayableDraft;
  /** A shortest way to each end and to each red line; left out where it cannot be played. */
  readonly ways?: readonly Way[];
}

/** A loaded case without the fields that only a case without errors has. */
type DraftCase = Omit<LoadedCase, 'minutes'> & { readonly answers?: CaseAnswers };

/**
 * Issue codes that make a case unplayable, because a step of the story would lead nowhere. All others are only shown.
 */
const BLOCKING_CODES: readonly string[] = [
  'bundle.unknown-id',
  'desk.no-law',
  'scenario.begins-done',
  'scenario.duplicate-option',
  'scenario.duplicate-state',
  'scenario.initial-elsewhere',
  'scenario.missing-target',
  'scenario.missing-target-near',
  'scenario.state-named-otherwise',
  'scenario.not-yes-or-no',
  'scenario.out-of-bounds',
  'scenario.role-twice',
  'scenario.role-without-kind',
  'scenario.target-inside',
  'scenario.unknown-ad',
  'scenario.unknown-role',
  'scenario.unknown-stage',
  'scenario.unknown-variable',
];

/** Checks the case in a folder like `check-scenarios`, and builds as much of it as its faults allow. */
export function checkDraft(files: ProjectFiles, folder: string, library: Library): CheckedDraft {
  const { kinds } = library;
  const read = readCase(files, folder, kinds);
  const loaded = loadReading(read, { files, folder }, library);
  const issues = loaded.ok ? loaded.value.warnings : loaded.issues;
  const { scenario } = read;
  const findings = issues.map((issue): CheckFinding => {
    const state = scenario && stateOfIssue(issue, scenario.tree, read.key?.value);
    return { issue, ...(state !== undefined && { state }) };
  });
  const draft = { schema: 'author-draft/1', title: scenario?.value.title ?? '', findings } as const;
  if (!scenario) return draft;
  const playable = loaded.ok ? loaded.value : loadAnyway(read, issues, library);
  const minutes = loaded.ok ? loaded.value.minutes : undefined;
  const compiled = loaded.ok
    ? loaded.value.scenario
    : checkCase({ scenario, key: read.key, translations: [] }, kinds).compiled;
  const { value: source, tree } = scenario;
  return {
    ...draft,
    ...(compiled && { chart: layOutStatechart(storyStatechart(compiled, scenesOf(source, tree))) }),
    ...(compiled && playable && { ways: waysToEnds({ source, tree, compiled }, read.key?.value) }),
    ...(loaded.ok && { figures: loaded.value.figures }),
    ...(playable && { played: playedFrom(playable, library, minutes) }),
  };
}

function playedFrom(loaded: DraftCase, { catalogue }: Library, minutes: PlayingTime | undefined): PlayableDraft {
  return {
    parts: Object.fromEntries(caseFiles(loaded, loaded.answers, catalogue)),
    source: loaded.source,
    card: cardOf(loaded.profile, loaded.market.sites),
    ...(minutes && { minutes }),
    // `minutes` is set only for a case without an error.
    scored: minutes !== undefined && loaded.answers !== undefined,
  };
}

/** Loads a case that `loadCase` has refused; undefined where a blocking fault prevents playing it. */
function loadAnyway({ scenario, key }: CaseReading, issues: readonly Issue[], library: Library): DraftCase | undefined {
  const { profiles, kinds } = library;
  const source = scenario?.value;
  const profile = source && profiles.get(source.market.profile);
  if (!profile || issues.some(({ code }) => BLOCKING_CODES.includes(code) || code === 'scenario.market-too-small'))
    return undefined;
  const { compiled: plain, figures } = checkCase({ scenario, translations: [] }, kinds);
  if (!plain) return undefined;
  const { market, truth } = caseMarket(source, profile, library);
  const compiled = completeFromMarket(completeByKinds(plain, library, kinds), market, truth, kinds);
  return {
    source,
    scenario: compiled,
    scenes: scenesOf(source, scenario.tree),
    profile,
    market,
    reviewed: false,
    translations: [],
    figures: figures ?? { situations: 0, decisions: [] },
    warnings: [],
    kinds,
    ...(key && { answers: { truth, key: key.value, ...siteOwners(compiled, profile, market, kinds) } }),
  };
}
