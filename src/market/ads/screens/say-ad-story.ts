import { translator } from '#i18n/translator.ts';
import type { AdStory } from '#market/ads/model/ad-story.ts';
import messages from '#words/market/ad-story.json' with { type: 'json' };

const t = translator(messages);

const listed = (ads: readonly string[]) => ads.join(', ');

/**
 * Who is behind an ad and what else they have in the market, sentence by sentence. `isPart` is set while some ads are not
 * named because they are not judged yet: then nothing is said that needs all of them.
 */
export function sayAdStory(story: AdStory, isPart = false): string[] {
  if (story.of === 'closed') return [t('closed')];
  const { of, copyOf, copies, sameActor } = story;
  const said = [...sayCopy(copyOf), t(`who.${of}`), ...sayWriter(story, isPart)];
  if (sameActor.length > 0) said.push(t(`also.${of}`, { count: sameActor.length, ads: listed(sameActor) }));
  if (copies.length > 0) said.push(t('copies', { count: copies.length, ads: listed(copies) }));
  if (isPart) said.push(t('among'));
  return said;
}

function sayCopy(copyOf: string | undefined): string[] {
  if (copyOf === undefined) return [];
  return [copyOf === '' ? t('copy.unnamed') : t('copy', { ad: copyOf })];
}

function sayWriter({ writer }: Exclude<AdStory, { of: 'closed' }>, isPart: boolean): string[] {
  if (!writer) return [];
  const { others, again, forOthers } = writer;
  const said = others.length === 0 && !isPart ? [t('writer.none')] : [];
  for (const [key, ads] of [
    ['writer', others],
    ['again', again],
    ['forOthers', forOthers],
  ] as const)
    if (ads.length > 0) said.push(t.count(key, ads.length, { ads: listed(ads) }));
  return said;
}
