import { translator } from '#i18n/translator.ts';
import type { AdStory } from '#market/ads/model/ad-story.ts';
import messages from '#words/market/ad-story.json' with { type: 'json' };

const t = translator(messages);

const listed = (ads: readonly string[]) => ads.join(', ');

/**
 * Who is behind an ad and what else they have in the market, sentence by sentence. Where the story does not name all ads,
 * nothing is said that needs all of them.
 */
export function sayAdStory(story: AdStory): string[] {
  if (story.of === 'closed') return [t('closed')];
  const { of, copyOf, copies, sameActor, unnamed } = story;
  const said = [...sayCopy(copyOf), t(`who.${of}`), ...sayWriter(story)];
  if (sameActor.length > 0) said.push(t(`also.${of}`, { count: sameActor.length, ads: listed(sameActor) }));
  if (copies.length > 0) said.push(t('copies', { count: copies.length, ads: listed(copies) }));
  if (unnamed) said.push(t(`among.${unnamed}`));
  return said;
}

function sayCopy(copyOf: string | undefined): string[] {
  if (copyOf === undefined) return [];
  return [copyOf === '' ? t('copy.unnamed') : t('copy', { ad: copyOf })];
}

function sayWriter({ writer, unnamed }: Exclude<AdStory, { of: 'closed' }>): string[] {
  if (!writer) return [];
  const { others, again, forOthers } = writer;
  const said = others.length === 0 && !unnamed ? [t('writer.none')] : [];
  if (others.length > 0) said.push(t.count('writer', others.length, { ads: listed(others) }));
  for (const [key, ads] of [
    ['again', again],
    ['forOthers', forOthers],
  ] as const) {
    if (ads.length === 0) continue;
    said.push(others.length === 1 ? t(`${key}.alone`) : t.count(key, ads.length, { ads: listed(ads) }));
  }
  return said;
}
