import { checkWorkshop } from '#case/checking/model/check-workshop.ts';
import { playingMinutes } from '#case/checking/model/playing-time.ts';
import { createRoomSteps } from '#case/checking/model/room-steps.ts';
import { checkName, checkUnanswered } from '#case/checking/use-cases/check-belonging.ts';
import { checkCase, type Lint, placeAll } from '#case/checking/use-cases/check-case.ts';
import { adsOfActor } from '#case/exercise/model/ads-of-actor.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import { scenesOf } from '#case/language/model/scenes.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import { translateScenario } from '#case/language/model/translation/translate-scenario.ts';
import { SCENARIO_FILE } from '#case/language/use-cases/case-file-names.ts';
import { foldChains } from '#case/language/use-cases/fold-chains.ts';
import type { CaseAnswers, CaseTranslation, LoadedCase } from '#case/language/use-cases/loaded-case.ts';
import { siteOwners } from '#case/language/use-cases/site-owners.ts';
import {
  checkByKinds,
  checkCompiledByKinds,
  completeByKinds,
  completeFromMarket,
  textsShownByKinds,
} from '#case/plug/use-cases/ask-builds.ts';
import { citedInKey } from '#case/scoring/model/cited-in-key.ts';
import { keyPartOf } from '#case/scoring/model/key-part.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import { isDecidedOn } from '#case/scoring/model/score-path.ts';
import { fault } from '#kernel/formats/authored/faults.ts';
import type { Placed } from '#kernel/formats/authored/parse-with.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import { lintScenarioTexts } from '#library/content/use-cases/lint-authored.ts';
import type { Library } from '#library/content/use-cases/load-library.ts';
import { checkReview, textHashOfCase } from '#library/content/use-cases/review-sets.ts';
import { isSought } from '#market/ads/model/actor-types.ts';
import type { GroundTruth } from '#market/ads/model/ground-truth.ts';
import type { Market } from '#market/ads/model/market.ts';
import type { MarketProfile } from '#market/ads/model/schemas.ts';
import { adsSharingPhone } from '#market/ads/model/world-state.ts';
import { MarketTooSmallError } from '#market/generator/model/plan-actors.ts';
import { checkCitations } from '#market/signs/use-cases/check-citations.ts';
import { isReviewed } from '#safety/content/model/is-reviewed.ts';
import { caseMarket } from './case-market-order.ts';
import { type CaseReading, readCase } from './read-case.ts';

/**
 * Reads and checks the case in a folder. Without `key.yaml` the case is still checked and playable, but has no answers:
 * this is how a facilitator works on a copy. Reports all faults of all files at once; warnings alone do not refuse a
 * case.
 */
export function loadCase(
  files: ProjectFiles,
  folder: string,
  library: Library,
  name = SCENARIO_FILE,
  lint?: Lint,
): Parsed<LoadedCase & { readonly answers?: CaseAnswers }> {
  return loadReading(readCase(files, folder, library.kinds, name), { files, folder, name }, library, lint);
}

/** The place from which a case was read. */
interface CasePlace {
  readonly files: ProjectFiles;
  readonly folder: string;
  readonly name?: string;
}

/** The same for a case whose files were read already. */
export function loadReading(
  read: CaseReading,
  { files, folder, name = SCENARIO_FILE }: CasePlace,
  library: Library,
  lint: Lint = (texts) => lintScenarioTexts(texts, library),
): Parsed<LoadedCase & { readonly answers?: CaseAnswers }> {
  const { kinds } = library;
  const { scenario, key, review, workshop, translations } = read;
  const issues: Issue[] = [...read.issues];
  if (!scenario) return { ok: false, issues };
  if (name === SCENARIO_FILE) issues.push(...checkName(scenario, files, folder));
  const { compiled: plain, figures, ...found } = checkCase({ scenario, key, workshop, translations }, kinds, lint);
  issues.push(...found.issues, ...checkByKinds(scenario, key, library, kinds));
  const lawful = plain && completeByKinds(plain, library, kinds);
  const profile = library.profiles.get(scenario.value.market.profile);
  if (!profile)
    issues.push(
      fault('library.unknown-profile', scenario, ['market', 'profile'], {
        profile: scenario.value.market.profile,
        known: [...library.profiles.keys()].join(', '),
      }),
    );
  if (lawful && read.hasNoKey) issues.push(...checkUnanswered(scenario, lawful));
  if (!lawful || !profile) return { ok: false, issues: reported(issues) };
  const generated = generate(scenario, profile, library, recordsAreAsked(lawful, kinds));
  if (!generated.ok) return { ok: false, issues: reported([...issues, ...generated.issues]) };
  const { market, truth } = generated.value;
  const compiled = completeFromMarket(lawful, market, truth, kinds);
  issues.push(
    ...checkAds(scenario, key, { market, truth, kinds }),
    ...checkCompiledByKinds(scenario, compiled, library, kinds),
  );
  const scenes = scenesOf(scenario.value, scenario.tree);
  if (key) issues.push(...checkCitations(key, citedInKey(key.value), library.sources));
  const textHash =
    key &&
    textHashOfCase({
      scenario: scenario.value,
      key: key.value,
      translations: translations.map(({ value }) => value),
      workshop: workshop?.value,
      shown: textsShownByKinds(scenario.value, library, kinds),
    });
  if (review && textHash !== undefined) issues.push(...checkReview(review, textHash));
  // Only a sound case can be run with a group: what is wrong with the case comes first.
  const isSound = figures !== undefined && !issues.some(({ severity }) => severity === 'error');
  if (isSound && createRoomSteps({ scenario: compiled, scenes, market, kinds }).whole().length === 0)
    issues.push(fault('scenario.nothing-to-play', scenario, ['states'], {}));
  if (workshop && isSound)
    issues.push(...placeAll(checkWorkshop(workshop.value, { scenario: compiled, scenes, market, kinds }), workshop));
  if (!figures || issues.some(({ severity }) => severity === 'error')) return { ok: false, issues: reported(issues) };
  if (key && isDecidedOn(key.value) && !figures.score)
    issues.push({ ...fault('scenario.too-many-paths', scenario, ['states'], {}), severity: 'warning' });
  const loaded: LoadedCase = {
    source: scenario.value,
    scenario: compiled,
    scenes,
    profile,
    market,
    reviewed: review !== undefined && textHash !== undefined && isReviewed(review.value, textHash),
    ...(textHash !== undefined && { textHash }),
    ...(workshop && { workshop: workshop.value }),
    translations: translations.map((placed) => translate(scenario.value, placed.value)),
    minutes: playingMinutes({ source: scenario.value, scenes, compiled, market, key: key?.value, kinds }),
    figures,
    warnings: reported(issues),
    kinds,
  };
  return {
    ok: true,
    value: key
      ? { ...loaded, answers: { truth, key: key.value, ...siteOwners(compiled, profile, market, kinds) } }
      : loaded,
  };
}

/** The issues for the report: in order of position, each consequence folded into its cause. */
const reported = (issues: readonly Issue[]) => foldChains(inOrder(issues));

/** The issues sorted by position; files in order of their first issue. */
function inOrder(issues: readonly Issue[]): Issue[] {
  const files = [...new Set(issues.map(({ position }) => position?.file))];
  const place = ({ position }: Issue) =>
    [files.indexOf(position?.file), position?.line ?? 0, position?.column ?? 0] as const;
  return issues.toSorted((a, b) => {
    const [there, here] = [place(b), place(a)];
    return here[0] - there[0] || here[1] - there[1] || here[2] - there[2];
  });
}

function translate(source: Scenario, translation: Parameters<typeof translateScenario>[1]): CaseTranslation {
  const { locale, scenario, stale, missing } = translateScenario(source, translation);
  const { title, summary } = scenario;
  return { locale, title, summary, scenes: scenesOf(scenario), stale, missing };
}

/**
 * Checks that the ads named by scenario and key exist, share a phone number, and belong to a network where the key says
 * so.
 */
function checkAds(
  scenario: Placed<Scenario>,
  key: Placed<AnswerKey> | undefined,
  {
    market,
    truth,
    kinds,
  }: { readonly market: Market; readonly truth: GroundTruth; readonly kinds: Pick<Kinds, 'builds'> },
): Issue[] {
  const ads = new Set(market.ads.map((ad) => ad.id));
  const range = { first: market.ads[0]?.id ?? '', last: market.ads.at(-1)?.id ?? '' };
  const issues: Issue[] = [];
  for (const [n, { sharingPhoneWith: ad }] of scenario.value.world.entries()) {
    const at = ['world', n, 'sharingPhoneWith'];
    if (!ads.has(ad)) issues.push(fault('scenario.unknown-ad', scenario, at, { ad, ...range }));
    else if (adsSharingPhone(market, ad).length === 0)
      issues.push(fault('scenario.ad-without-phone', scenario, at, { ad }));
  }
  if (!key) return issues;
  for (const [, { key: field }] of kinds.builds.entries()) {
    const part = keyPartOf(key.value, field);
    const ad = part === undefined ? undefined : field?.subjectOf?.(part);
    if (ad === undefined) continue;
    const at = [field?.field ?? '', 'sameActorAs'];
    if (!ads.has(ad)) issues.push(fault('scenario.unknown-ad', key, at, { ad, ...range }));
    else if (!isSought(truth.ads.find((entry) => entry.ad === ad)?.control))
      issues.push(fault('key.preserve-not-controlled', key, at, { ad, known: networkAds(market, truth) }));
    else if (adsOfActor(ad, { truth }).length === 0)
      issues.push(fault('key.preserve-not-knowable', key, at, { ad, known: networkAds(market, truth) }));
  }
  return issues;
}

/** Maximum number of ads suggested to an author. */
const MAX_SUGGESTED_ADS = 6;

/** One ad for each phone number that ads of networks share: a case can be built on any of them. */
function networkAds(market: Market, truth: GroundTruth): string {
  const first = truth.ads.flatMap(({ ad, control }) => {
    const isKnowable = isSought(control) && adsOfActor(ad, { truth }).length > 0;
    const sharing = isKnowable ? adsSharingPhone(market, ad) : [];
    return sharing.length > 1 ? sharing.slice(0, 1) : [];
  });
  const named = [...new Set(first)].slice(0, MAX_SUGGESTED_ADS).join(', ');
  return named || 'none here, so choose another seed or prevalence';
}

/** True where an exercise shows records obtained by a lawful request; only then are they in the market of the case. */
const recordsAreAsked = ({ states }: CompiledScenario, { builds }: Pick<Kinds, 'builds'>) =>
  Object.values(states).some(
    (state) => state.type === 'exercise' && builds.of(state.kind)?.needsRecords?.(state.brief ?? {}) === true,
  );

/** The market of a case, or the issue that its prevalence leaves no room for a network. */
function generate(
  scenario: Placed<Scenario>,
  profile: MarketProfile,
  library: Library,
  records: boolean,
): Parsed<{ market: Market; truth: GroundTruth }> {
  const { prevalence } = scenario.value.market;
  try {
    return { ok: true, value: caseMarket(scenario.value, profile, library, records) };
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
