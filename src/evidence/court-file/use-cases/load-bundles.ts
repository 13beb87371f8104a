import type { z } from 'zod';
import type { Bundle, BundleFacts } from '#evidence/court-file/model/bundle.ts';
import { checkBundle, checkFacts } from '#evidence/court-file/model/check-bundle.ts';
import { type CourtLaw, lawCardOf } from '#evidence/court-file/model/court-law.ts';
import { editionOf } from '#evidence/court-file/model/edition.ts';
import {
  BundleFactsSchema,
  BundleSchema,
  CourtsSchema,
  courtLaw,
  EditionSchema,
} from '#evidence/court-file/model/schemas.ts';
import { fault, missingFile } from '#kernel/formats/authored/faults.ts';
import { type Placed, parseWith } from '#kernel/formats/authored/parse-with.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import type { Issue } from '#kernel/model/issue.ts';
import type { Source } from '#market/signs/model/schemas.ts';
import { citationIssues } from '#market/signs/use-cases/check-citations.ts';

/** The law cards of the courts of the invented States. */
export const COURTS_FILE = 'content/law/courts.yaml';
/** Each bundle is a folder in here. */
export const BUNDLES_FOLDER = 'content/bundles';

/** A bundle with its facts, which no page is given. */
export interface LoadedBundle {
  readonly bundle: Bundle;
  readonly facts: BundleFacts;
}

export interface LoadedBundles {
  readonly courts: CourtLaw;
  readonly bundles: ReadonlyMap<string, LoadedBundle>;
  readonly issues: readonly Issue[];
}

/**
 * Reads the law cards and every bundle, and checks that their texts name only what exists in them. Citations are checked
 * where the sources could be read.
 */
export function loadBundles(files: ProjectFiles, sources: ReadonlyMap<string, Source> | undefined): LoadedBundles {
  const issues: Issue[] = [];
  function file<Schema extends z.ZodType>(schema: Schema, path: string): Placed<z.output<Schema>> | undefined {
    const text = files.read(path);
    if (text === undefined) {
      issues.push(files.fault?.(path) ?? missingFile(path));
      return undefined;
    }
    const parsed = parseWith(schema, text, path);
    if (parsed.ok) return parsed.value;
    issues.push(...parsed.issues);
    return undefined;
  }

  const placedCourts = file(CourtsSchema, COURTS_FILE);
  if (!placedCourts) return { courts: { cards: [] }, bundles: new Map(), issues };
  if (sources) issues.push(...courtCitationIssues(placedCourts, sources));
  const courts = courtLaw(placedCourts.value);

  const bundles = new Map<string, LoadedBundle>();
  const isEdition = (id: string) => /^schema: bundle-edition\//m.test(files.read(bundlePath(id)) ?? '');
  const ids = files.list(BUNDLES_FOLDER);
  // An edition needs the bundle that it is an edition of.
  for (const id of [...ids.filter((one) => !isEdition(one)), ...ids.filter(isEdition)]) {
    const placed = isEdition(id) ? editionAt(id) : file(BundleSchema, bundlePath(id));
    const facts = file(BundleFactsSchema, `${BUNDLES_FOLDER}/${id}/facts.yaml`);
    if (!placed || !facts) continue;
    const bundle = placed.value;
    const whole = withShared(facts.value, bundles);
    const card = lawCardOf(courts, bundle.state);
    if (bundle.id !== id) issues.push(fault('library.id-not-file-name', placed, ['id'], { id: bundle.id, file: id }));
    if (!card)
      issues.push(
        fault(
          'bundle.unknown-id',
          placed,
          ['state'],
          known(
            'State',
            bundle.state,
            courts.cards.map(({ state }) => state),
          ),
        ),
      );
    const rules = card ? [...card.common, ...card.evidence].map((rule) => rule.id) : [];
    issues.push(...placeIn(checkBundle(bundle, whole, rules), placed), ...placeIn(checkFacts(whole, bundle), facts));
    bundles.set(id, { bundle, facts: whole });
  }
  return { courts, bundles, issues };

  function editionAt(id: string): Placed<Bundle> | undefined {
    const placed = file(EditionSchema, bundlePath(id));
    if (!placed) return undefined;
    const base = bundles.get(placed.value.of)?.bundle;
    if (base) return { ...placed, value: editionOf(base, placed.value) };
    issues.push(fault('bundle.unknown-id', placed, ['of'], known('bundle', placed.value.of, [...bundles.keys()])));
    return undefined;
  }
}

const bundlePath = (id: string) => `${BUNDLES_FOLDER}/${id}/bundle.yaml`;

const known = (kind: string, id: string, all: readonly string[]) => ({ kind, id, known: all.join(', ') });

/** The facts with those of the bundle whose truth they share. */
function withShared(facts: BundleFacts, bundles: ReadonlyMap<string, LoadedBundle>): BundleFacts {
  const shared = facts.of === undefined ? undefined : bundles.get(facts.of)?.facts;
  if (!shared) return facts;
  const own = new Set(facts.facts.map(({ id }) => id));
  return {
    ...facts,
    truth: [...shared.truth, ...facts.truth],
    names: [...shared.names, ...facts.names],
    days: [...shared.days, ...facts.days],
    sums: [...shared.sums, ...facts.sums],
    facts: [...shared.facts.filter(({ id }) => !own.has(id)), ...facts.facts],
  };
}

const placeIn = (found: readonly Omit<Issue, 'severity' | 'position'>[], placed: Placed<unknown>): Issue[] =>
  found.map(({ code, path, params }) => fault(code, placed, path, params));

/** Issues where a rule of a law card names a source that is none, or with another mark than the source has. */
function courtCitationIssues(
  placed: Placed<z.output<typeof CourtsSchema>>,
  sources: ReadonlyMap<string, Source>,
): Issue[] {
  const { common, states } = placed.value;
  return [
    ...common.flatMap((rule, n) => citationIssues(placed, ['common', n, 'sources'], rule.sources, sources)),
    ...states.flatMap(({ evidence }, n) =>
      evidence.flatMap((rule, m) =>
        citationIssues(placed, ['states', n, 'evidence', m, 'sources'], rule.sources, sources),
      ),
    ),
  ];
}
