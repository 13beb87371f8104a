import { checkKey } from '#core/checking/check-key.ts';
import { checkOffers, checkScenario } from '#core/checking/check-scenario.ts';
import type { Issue, Parsed } from '#core/kernel/issue.ts';
import { generateMarket } from '#core/market/generate-market.ts';
import type { GroundTruth } from '#core/market/ground-truth.ts';
import type { Market } from '#core/market/market.ts';
import { MarketTooSmallError } from '#core/market/plan-actors.ts';
import type { MarketProfile } from '#core/market/schemas.ts';
import { adsSharingPhone } from '#core/market/world-state.ts';
import { isReviewed } from '#core/safety/is-reviewed.ts';
import { ReviewSchema } from '#core/safety/schemas.ts';
import type { CompiledScenario } from '#core/scenario/compiled-scenario.ts';
import { type Scenes, scenesOf } from '#core/scenario/scenes.ts';
import { type Scenario, ScenarioSchema } from '#core/scenario/schemas.ts';
import { type AnswerKey, AnswerKeySchema } from '#core/scoring/schemas.ts';
import { compileScenario } from './compile-scenario.ts';
import { fault, type Library, missingFile } from './load-library.ts';
import { nearestName } from './nearest-name.ts';
import { type Placed, parseWith } from './parse-with.ts';
import type { ProjectFiles } from './project-files.ts';

/** A case as it is played: everything public. */
export interface LoadedCase {
  readonly source: Scenario;
  readonly scenario: CompiledScenario;
  readonly scenes: Scenes;
  readonly profile: MarketProfile;
  readonly market: Market;
  /** True only where real reviewers have looked at this very text. */
  readonly reviewed: boolean;
}

/** What must never be in a page: the truth of the market and the key. */
export interface CaseAnswers {
  readonly truth: GroundTruth;
  readonly key: AnswerKey;
}

/**
 * Reads and checks the case in a folder. Without `key.yaml` the case is checked and played, and has no answers:
 * that is how a facilitator works on a copy. All faults of both files at once.
 */
export function loadCase(
  files: ProjectFiles,
  folder: string,
  library: Library,
  name = 'scenario.yaml',
): Parsed<LoadedCase & { readonly answers?: CaseAnswers }> {
  const file = `${folder}/${name}`;
  const text = files.read(file);
  if (text === undefined) return { ok: false, issues: [missingFile(file)] };
  const placed = parseWith(ScenarioSchema, text, file);
  const keyFile = `${folder}/key.yaml`;
  const keyText = files.read(keyFile);
  const key = keyText === undefined ? undefined : parseWith(AnswerKeySchema, keyText, keyFile);
  const reviewFile = `${folder}/review.yaml`;
  const reviewText = files.read(reviewFile);
  const review = reviewText === undefined ? undefined : parseWith(ReviewSchema, reviewText, reviewFile);
  const others = [key, review].flatMap((parsed) => (parsed && !parsed.ok ? parsed.issues : []));
  if (!placed.ok) return { ok: false, issues: [...placed.issues, ...others] };

  const scenario = placed.value;
  const issues: Issue[] = [...others];
  const states = Object.keys(scenario.value.states);
  issues.push(...place(checkScenario(scenario.value), scenario).map((issue) => named(issue, states)));
  const compiled = compileScenario(scenario);
  if (!compiled.ok) issues.push(...compiled.issues);
  const profile = library.profiles.get(scenario.value.market.profile);
  if (!profile)
    issues.push(
      fault('library.unknown-profile', scenario, ['market', 'profile'], {
        profile: scenario.value.market.profile,
        known: [...library.profiles.keys()].join(', '),
      }),
    );
  if (!compiled.ok || !profile) return { ok: false, issues };

  if (issues.length === 0) issues.push(...place(checkOffers(compiled.value), scenario));
  const generated = generate(scenario, profile, library);
  if (!generated.ok) return { ok: false, issues: [...issues, ...generated.issues] };
  const { market, truth } = generated.value;
  const ads = new Set(market.ads.map((ad) => ad.id));
  for (const [n, { sharingPhoneWith: ad }] of scenario.value.world.entries()) {
    const at = ['world', n, 'sharingPhoneWith'];
    if (!ads.has(ad)) issues.push(fault('scenario.unknown-ad', scenario, at, { ad }));
    else if (adsSharingPhone(market, ad).length === 0)
      issues.push(fault('scenario.ad-without-phone', scenario, at, { ad }));
  }
  if (key?.ok) {
    issues.push(...place(checkKey(compiled.value, key.value.value), key.value));
    issues.push(...unknownSources(key.value, library));
    const ad = key.value.value.preserve?.sameActorAs;
    const at = ['preserve', 'sameActorAs'];
    if (ad !== undefined && !ads.has(ad)) issues.push(fault('scenario.unknown-ad', key.value, at, { ad }));
    else if (ad !== undefined && truth.ads.find((entry) => entry.ad === ad)?.control !== 'controlled')
      issues.push(fault('key.preserve-not-controlled', key.value, at, { ad }));
  }
  if (issues.length > 0) return { ok: false, issues };
  const loaded: LoadedCase = {
    source: scenario.value,
    scenario: compiled.value,
    scenes: scenesOf(scenario.value.states),
    profile,
    market,
    reviewed: review?.ok === true && isReviewed(review.value.value, compiled.value.hash),
  };
  return { ok: true, value: key?.ok ? { ...loaded, answers: { truth, key: key.value.value } } : loaded };
}

/** The market of a case, or the issue that its prevalence leaves no room for a network. */
function generate(
  scenario: Placed<Scenario>,
  profile: MarketProfile,
  { lexicon, catalogue, planting, weights }: Library,
): Parsed<{ market: Market; truth: GroundTruth }> {
  const { start } = scenario.value;
  const { preset: size, prevalence, seed } = scenario.value.market;
  try {
    return {
      ok: true,
      value: generateMarket({ profile, lexicon, catalogue, planting, weights, size, prevalence, seed, until: start }),
    };
  } catch (error) {
    if (!(error instanceof MarketTooSmallError)) throw error;
    return {
      ok: false,
      issues: [
        fault('scenario.market-too-small', scenario, ['market', 'prevalence'], {
          prevalence,
          smallest: error.smallest,
        }),
      ],
    };
  }
}

/** Citations of the key that stand in no list of sources. */
function unknownSources(key: Placed<AnswerKey>, { sources }: Library): Issue[] {
  const { decisions, order } = key.value;
  const cited = [
    ...Object.entries(decisions).map(([id, decision]) => [['decisions', id], decision.sources] as const),
    ...(order ? [[['order'], order.sources] as const] : []),
  ];
  return cited.flatMap(([path, citations]) =>
    citations.flatMap(({ code }, n) =>
      sources.has(code)
        ? []
        : [fault('library.unknown-source', key, [...path, 'sources', n, 'code'], { source: code })],
    ),
  );
}

/** The same issue, and where a state is named that does not exist, the one that was most likely meant. */
function named(issue: Issue, states: readonly string[]): Issue {
  if (issue.code !== 'scenario.missing-target') return issue;
  const suggestion = nearestName(String(issue.params.target), states);
  return suggestion
    ? { ...issue, code: 'scenario.missing-target-near', params: { ...issue.params, suggestion } }
    : issue;
}

const place = (issues: readonly Issue[], placed: Placed<unknown>): Issue[] =>
  issues.map((issue) => ({ ...issue, position: placed.position(issue.path) }));
