import type { AdRecords } from '#market/ads/model/ad-records.ts';
import type { Actor, AdTruth, PostStory } from '#market/ads/model/ground-truth.ts';
import type { Ad } from '#market/ads/model/market.ts';
import { textOf } from '#market/ads/model/render-ad.ts';
import type { AdLine } from './ad-schemas.ts';
import { toExportedId } from './exported-id.ts';
import type { LinkLine, TruthLine } from './truth-schemas.ts';

/** The line of an ad: its text once, its current fields, and the sentence that its first version ended with and an edit took out. */
export function adLine(ad: Ad): AdLine {
  const standing = ad.versions.at(-1);
  const before = ad.versions.length > 1 ? ad.versions[0] : undefined;
  const removed = before?.sentences.at(-1);
  const { id, site, title, account, postedAt, renewals, withheld, copied, removedAt, comments } = ad;
  return {
    id: toExportedId(id),
    site,
    title,
    text: textOf(ad),
    sentenceEnds: endsOf(standing?.sentences ?? []),
    account,
    postedAt,
    renewals,
    ...(standing && { fields: standing.fields }),
    ...(removed !== undefined && standing && { earlier: { until: standing.from, sentence: removed } }),
    ...(comments && { comments: [...comments] }),
    ...(removedAt && { removedAt }),
    ...(copied && { copied }),
    ...(withheld && { withheld: { facts: [...withheld.facts] } }),
  };
}

/** No character of a generated text has two UTF-16 units (rule C15), so that all programs count alike. */
function endsOf(sentences: readonly string[]): number[] {
  let end = -1;
  return sentences.map((sentence) => {
    end += 1 + sentence.length;
    return end;
  });
}

/** The line of the records of an ad; the id is that of the program. */
export const recordsLine = (id: string, records: AdRecords): { readonly id: string; readonly records: AdRecords } => ({
  id: toExportedId(id),
  records,
});

/** The line of the truth about an ad. */
export const truthLine = (truth: AdTruth) =>
  ({
    ...truth,
    ad: toExportedId(truth.ad),
    labels: truth.labels.map((label) => ({ ...label, peers: label.peers.map(toExportedId) })),
    ...(truth.post && { post: storyLine(truth.post) }),
  }) satisfies Readonly<Record<keyof Pick<TruthLine, 'ad' | 'labels'>, unknown>>;

/** The story of a post, whose ads have ids with letters. */
const storyLine = ({ copyOf, ...story }: PostStory) => ({
  ...story,
  master: toExportedId(story.master),
  ...(copyOf !== undefined && { copyOf: toExportedId(copyOf) }),
});

/** The line of a group of ads that share a trace; its ads have ids of the program. */
export const linkLine = <Group extends Readonly<Record<keyof LinkLine, unknown>> & { readonly ads: readonly string[] }>(
  group: Group,
) => ({ ...group, ads: group.ads.map(toExportedId) });

/** The line of an actor. */
export const actorLine = (actor: Actor) => ({ ...actor, ads: actor.ads.map(toExportedId) });
