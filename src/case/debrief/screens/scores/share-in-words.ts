import { translator } from '#i18n/translator.ts';
import messages from '#words/learning/predictive-value.json' with { type: 'json' };

type Key = keyof typeof messages;
const t = translator(messages);

/** Larger shares that have a plain name, smallest first; between two of them the nearer one is said, with "about". */
const LARGER = ['2-5', '1-2', '3-5', '2-3', '3-4', '4-5', '9-10', '19-20'].map(named);
/** "One in so many", from three on to twenty: every smaller share is named by the number that it is nearest to. */
const [FIRST, LAST] = [3, 20];
/** Halfway between one flag in three and two in five the larger names begin. */
const LARGE = (1 / 3 + 2 / 5) / 2;

/** How near a share has to be to its name to go without "about", as a part of the share itself. */
const EXACT = 0.02;

/** "one flag in three is right": the end of a sentence about the share of right flags, from 0 to 1. */
export function shareInWords(share: number): string {
  if (share >= 0.9995) return t('share.all');
  if (share >= 0.975) return t('share.nearly');
  const name = share < LARGE ? oneIn(share) : largeName(share);
  if (!name) return t('share.few');
  const words = t(name.key);
  return Math.abs(name.share - share) > EXACT * share ? t('share.about', { share: words }) : words;
}

interface Named {
  readonly share: number;
  readonly key: Key;
}

/** A share as it is named in the messages, such as "2-5" for two in five. */
function named(name: string): Named {
  const [part = 0, whole = 1] = name.split('-').map(Number);
  return { share: part / whole, key: `share.${name}` as Key };
}

function oneIn(share: number): Named | undefined {
  const count = Math.max(FIRST, Math.round(1 / share));
  return count > LAST ? undefined : named(`1-${count}`);
}

const largeName = (share: number) =>
  LARGER.reduce((best, next) => (Math.abs(next.share - share) < Math.abs(best.share - share) ? next : best));
