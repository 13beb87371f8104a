import type { Instant } from '#kernel/model/instant.ts';
import type { Ad, Locator } from './market.ts';

/** A sentence of an earlier version of an ad that the ad no longer has. */
export interface EarlierLine {
  readonly at: Locator;
  readonly text: string;
  /** The moment at which the advertiser took it out. */
  readonly until: Instant;
}

/**
 * The sentences that the advertiser had taken out by a moment, as far as they have not come back; without a moment, all
 * of them. What a story of a case takes out is not among them: the site of a case shows nothing of it.
 */
export function earlierLines({ versions }: Pick<Ad, 'versions'>, instant?: Instant): EarlierLine[] {
  const shown = instant === undefined ? versions : versions.filter(({ from }) => from <= instant);
  const standing = new Set(shown.at(-1)?.sentences);
  const found = new Map<string, EarlierLine>();
  shown.forEach(({ sentences }, v) => {
    sentences.forEach((text, n) => {
      if (standing.has(text) || found.has(text)) return;
      const without = shown.slice(v + 1).find((later) => !later.sentences.includes(text));
      if (without) found.set(text, { at: `v${v + 1}:s${n + 1}`, text, until: without.from });
    });
  });
  return [...found.values()];
}
