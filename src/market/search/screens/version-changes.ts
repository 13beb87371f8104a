import type { Instant } from '#kernel/model/instant.ts';
import { type Ad, type AdVersion, PAGE_FIELD_NAMES, type PageFieldName } from '#market/ads/model/market.ts';
import { diffWords, type WordChange } from './diff-words.ts';

/** A sentence or a field that reads differently from one version to the next. */
export interface ChangedPart {
  readonly at: { readonly sentence: number } | { readonly field: PageFieldName };
  readonly changes: readonly WordChange[];
}

export interface VersionStep {
  readonly from: Instant;
  readonly parts: readonly ChangedPart[];
}

/** What each later version of an ad changed, oldest first. */
export function versionSteps({ versions }: Ad): VersionStep[] {
  return versions.slice(1).map((version, n) => ({
    from: version.from,
    parts: changedParts(versions[n] as AdVersion, version),
  }));
}

function changedParts(before: AdVersion, after: AdVersion): ChangedPart[] {
  const lines = Math.max(before.sentences.length, after.sentences.length);
  const sentences = Array.from({ length: lines }, (_, n) => ({
    at: { sentence: n + 1 },
    old: before.sentences[n] ?? '',
    now: after.sentences[n] ?? '',
  }));
  const fields = PAGE_FIELD_NAMES.map((field) => ({
    at: { field },
    old: before.fields[field] ?? '',
    now: after.fields[field] ?? '',
  }));
  return [...sentences, ...fields]
    .filter(({ old, now }) => old !== now)
    .map(({ at, old, now }) => ({ at, changes: diffWords(old, now) }));
}
