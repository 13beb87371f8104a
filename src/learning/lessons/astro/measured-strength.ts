import { sayNumber } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import type { Indicator, MarketProfileId } from '#market/signs/model/schemas.ts';
import {
  type MeasuredWeights,
  STRENGTH_BORDERS,
  type StrengthWord,
  settingsOf,
  soughtIn,
} from '#market/signs/model/sign-weight.ts';
import messages from '#words/learning/strength.json' with { type: 'json' };

const t = translator(messages);
const ORDER: readonly StrengthWord[] = ['weak', 'moderate', 'strong'];

type Weighed = Pick<Indicator, 'id' | 'kind' | 'strength'>;

/** The strength of an entry in a word or two, as it stands in a list: what was measured, from the least to the most. */
export function strengthWords({ id, kind, strength }: Weighed, weights: MeasuredWeights): string {
  if (kind === 'trap') return t('trap');
  if (strength === 'safeguard' || strength === 'none') return t(strength);
  const measured = settingsOf(id, weights).map((one) => ORDER.indexOf(one.strength));
  if (measured.length === 0) return t('unmeasured');
  const [from, to] = [Math.min(...measured), Math.max(...measured)].map((at) => t(ORDER[at] as StrengthWord));
  const word = from === to ? (from as string) : t('range', { from: from as string, to: (to as string).toLowerCase() });
  return kind === 'cue' ? t('cue', { word }) : word;
}

/** What the words for a strength mean. */
export function strengthMeaning({ kind, strength }: Weighed): string {
  if (strength === 'safeguard') return t('means.safeguard');
  return kind === 'trap' || strength === 'none' ? t('means.none') : t('means', STRENGTH_BORDERS);
}

/** How far an entry moves the odds in the market where it moves them most; lists have the strongest first. */
export const mostTimes = ({ id }: Weighed, weights: MeasuredWeights): number =>
  Math.max(0, ...settingsOf(id, weights).map(({ n }) => n));

/** What an entry is worth in a kind of market. */
export function measuredIn(setting: MarketProfileId, { id }: Weighed, weights: MeasuredWeights): string {
  const found = settingsOf(id, weights).find((one) => one.setting === setting);
  if (!found) return t('absent');
  return t(`worth.${soughtIn(setting)}.${found.side}`, {
    n: sayNumber(found.n),
    word: t(found.strength).toLowerCase(),
  });
}
