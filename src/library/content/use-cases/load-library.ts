import { z } from 'zod';
import type { LibraryKinds } from '#case/plug/use-cases/kind-builds.ts';
import type { CourtLaw } from '#evidence/court-file/model/court-law.ts';
import { type LoadedBundle, loadBundles } from '#evidence/court-file/use-cases/load-bundles.ts';
import type { AuthorityTable } from '#evidence/law/model/authority.ts';
import { AuthoritySchema, authorityTable } from '#evidence/law/model/schemas.ts';
import { fault, missingFile } from '#kernel/formats/authored/faults.ts';
import { type Placed, parseWith } from '#kernel/formats/authored/parse-with.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import { FIRST_LANGUAGE } from '#kernel/model/first-language.ts';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import { rememberLast } from '#kernel/model/remember-last.ts';
import { type Pattern, PatternSchema } from '#library/content/model/schemas.ts';
import { PLANTED_INDICATORS } from '#market/ads/model/families.ts';
import {
  type Lexicon,
  LexiconSchema,
  type MarketProfile,
  MarketProfileSchema,
  type Planting,
  PlantingSchema,
  type Weights,
  WeightsSchema,
} from '#market/ads/model/schemas.ts';
import type { MarketPlatforms } from '#market/platforms/model/tested-platform.ts';
import { loadPlatforms } from '#market/platforms/use-cases/load-platforms.ts';
import { type Half, type MeasuredRealism, RealismSchema } from '#market/posts/model/genre-schemas.ts';
import { type MarketPosts, marketPosts } from '#market/posts/model/market-posts.ts';
import { loadGenres } from '#market/posts/use-cases/load-genres.ts';
import { type Catalogue, createCatalogue } from '#market/signs/model/catalogue.ts';
import {
  type Indicator,
  IndicatorSchema,
  type MarketProfileId,
  type Source,
  SourceSchema,
} from '#market/signs/model/schemas.ts';
import { citationIssues } from '#market/signs/use-cases/check-citations.ts';
import { readReportPrints } from '#safety/content/model/report-runs.ts';

/** What every market, scenario and page draws on. */
export interface Library {
  readonly catalogue: Catalogue;
  readonly sources: ReadonlyMap<string, Source>;
  readonly profiles: ReadonlyMap<MarketProfileId, MarketProfile>;
  /** How the sites of each market moderate, and the platforms that can be tested there. */
  readonly platforms: ReadonlyMap<MarketProfileId, MarketPlatforms>;
  readonly lexicon: Lexicon;
  /** The posts in the wordings of practice markets, which the site may show whole. */
  readonly posts: MarketPosts;
  /** The posts in the wordings of assessed markets: no page gets more of them than ads. */
  readonly assessmentPosts: MarketPosts;
  readonly planting: Planting;
  readonly weights: Weights;
  /** How posts look beside figures of real ads. */
  readonly realism: MeasuredRealism;
  /** The table of which office may order which data in the invented States. */
  readonly authority: AuthorityTable;
  /** The law cards of the courts of the invented States. */
  readonly courts: CourtLaw;
  /** Bundles of courtroom cases with their facts, by id. */
  readonly bundles: ReadonlyMap<string, LoadedBundle>;
  /** Decisions from which a case can be begun, in the order of the catalogue. */
  readonly patterns: readonly Pattern[];
  /** Fingerprints of word runs in the report behind the kit (rule C27). */
  readonly reportRuns: ReadonlySet<string>;
  /** The kinds of exercise that its cases can have. */
  readonly kinds: LibraryKinds;
}

/** Files in the folder of the indicators that are not indicators. */
const PLANTING = 'content/indicators/planting.yaml';
const WEIGHTS = 'content/indicators/weights.yaml';

/** The names, fields and words of the sites, for markets of the first language. */
export const LEXICON = `content/lexicon/${FIRST_LANGUAGE}.yaml`;

/** How posts look beside figures of real ads: written by `update-realism`. */
export const REALISM_FILE = 'content/genres/realism.yaml';

/** Who may order which data in the invented States. */
export const AUTHORITY_FILE = 'content/law/authority.yaml';

/** Decisions of the catalogue as patterns for authors. */
const PATTERNS = 'content/patterns.yaml';

/** Fingerprints of the report, written by `scripts/update-report-fingerprints.ts`. */
export const REPORT_PRINTS_FILE = 'content/safety/report.prints';

/** These stay the same objects as long as their files do, so that what was made of them need not be made again. */
const catalogueOf = rememberLast<Catalogue>(1);
const runsOf = rememberLast<ReturnType<typeof readReportPrints>>(1);
const postsOfGenres = rememberLast<MarketPosts>(2);

/**
 * Reads `content/`: indicators, sources, market profiles with their platforms, the English lexicon and genres, the law on orders and of
 * courts, bundles, patterns of decisions, and the fingerprints of the report. Reports all faults of all files at once.
 */
export function loadLibrary(files: ProjectFiles, kinds: LibraryKinds): Parsed<Library> {
  const issues: Issue[] = [];
  function keep<Value>(parsed: Parsed<Placed<Value>>): Placed<Value> | undefined {
    if (parsed.ok) return parsed.value;
    issues.push(...parsed.issues);
    return undefined;
  }
  function file<Schema extends z.ZodType>(schema: Schema, path: string) {
    const text = files.read(path);
    if (text === undefined) issues.push(files.fault?.(path) ?? missingFile(path));
    return text === undefined ? undefined : keep(parseWith(schema, text, path));
  }
  const yamlIn = (folder: string) =>
    files
      .list(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => `${folder}/${name}`);

  const sources = file(z.array(SourceSchema), 'content/sources.yaml');
  const codes = (sources?.value ?? []).map((source) => source.code);
  codes.forEach((code, n) => {
    if (sources && codes.indexOf(code) < n)
      issues.push(fault('library.duplicate-source', sources, [n, 'code'], { source: code }));
  });
  const byCode = new Map(sources?.value.map((source) => [source.code, source]));
  const indicators = yamlIn('content/indicators')
    .filter((path) => path !== PLANTING && path !== WEIGHTS)
    .flatMap((path): Indicator[] => {
      const placed = file(IndicatorSchema, path);
      if (!placed) return [];
      if (sources) issues.push(...citationIssues(placed, ['sources'], placed.value.sources, byCode));
      if (placed.value.id !== fileName(path))
        issues.push(fault('library.id-not-file-name', placed, ['id'], { id: placed.value.id, file: fileName(path) }));
      return [placed.value];
    });
  const found = files.list('content/indicators');
  for (const id of PLANTED_INDICATORS)
    if (!found.includes(`${id}.yaml`)) issues.push(missingFile(`content/indicators/${id}.yaml`));
  const catalogue = catalogueOf('indicators', indicators, () => createCatalogue(indicators));
  const profiles = yamlIn('content/markets').flatMap((path) => {
    const placed = file(MarketProfileSchema, path);
    if (!placed) return [];
    const { id } = placed.value;
    if (id.toLowerCase() !== fileName(path))
      issues.push(fault('library.id-not-file-name', placed, ['id'], { id, file: fileName(path) }));
    return [placed.value];
  });
  const { platforms, issues: ofPlatforms } = loadPlatforms(files, profiles);
  issues.push(...ofPlatforms);
  const lexicon = file(LexiconSchema, LEXICON);
  const genres = loadGenres(files);
  if (!genres.ok) issues.push(...genres.issues);
  const planting = file(PlantingSchema, PLANTING);
  const weights = file(WeightsSchema, WEIGHTS);
  const realism = file(RealismSchema, REALISM_FILE);
  const authority = file(AuthoritySchema, AUTHORITY_FILE);
  const { courts, bundles, issues: ofBundles } = loadBundles(files, sources && byCode);
  issues.push(...ofBundles);
  const patterns = file(z.array(PatternSchema), PATTERNS);
  if (patterns && sources)
    for (const [n, pattern] of patterns.value.entries())
      issues.push(...citationIssues(patterns, [n, 'sources'], pattern.sources, byCode));
  const prints = files.read(REPORT_PRINTS_FILE) ?? '';
  const reportRuns = runsOf(REPORT_PRINTS_FILE, [prints], () => readReportPrints(prints));
  if (!reportRuns) issues.push(missingFile(REPORT_PRINTS_FILE));
  if (planting && issues.length === 0) {
    for (const [type, rates] of Object.entries(planting.value.rates))
      issues.push(...unknownIds(planting, ['rates', type], rates, catalogue));
    issues.push(...unknownIds(planting, ['traps'], planting.value.traps, catalogue));
  }

  if (issues.length > 0 || !sources || !lexicon || !genres.ok || !planting || !weights || !realism)
    return { ok: false, issues };
  if (!authority || !patterns || !reportRuns) return { ok: false, issues };
  const written = genres.value;
  const postsOf = (half: Half) => postsOfGenres(half, [JSON.stringify(written)], () => marketPosts(written, half));
  return {
    ok: true,
    value: {
      catalogue,
      sources: byCode,
      profiles: new Map(profiles.map((profile) => [profile.id, profile])),
      platforms,
      lexicon: lexicon.value,
      posts: postsOf('practice'),
      assessmentPosts: postsOf('assessment'),
      planting: planting.value,
      weights: weights.value,
      realism: realism.value,
      authority: authorityTable(authority.value),
      courts,
      bundles,
      patterns: patterns.value,
      reportRuns,
      kinds,
    },
  };
}

/** Issues for keys of rates or traps that are not indicators. */
function unknownIds(
  placed: Placed<unknown>,
  path: readonly string[],
  named: Readonly<Record<string, unknown>>,
  catalogue: Catalogue,
): Issue[] {
  return Object.keys(named)
    .filter((id) => !catalogue.has(id))
    .map((id) => fault('library.unknown-indicator', placed, [...path, id], { indicator: id, kind: 'indicator' }));
}

const fileName = (path: string) => path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length);
