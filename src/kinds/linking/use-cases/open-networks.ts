import type { AttemptState } from '#case/attempt/model/replay-attempt.ts';
import { MARKET_PART, type PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { loadKeyPart } from '#case/play/use-cases/load-key-part.ts';
import { InvariantError } from '#kernel/model/invariant.ts';
import type { PartLoader } from '#kernel/model/part-loader.ts';
import { deriveLinks } from '#kinds/linking/model/derive-links.ts';
import { gatherBy } from '#kinds/linking/model/gather-by.ts';
import { LINKING } from '#kinds/linking/model/kind.ts';
import { SAME_ACCOUNT } from '#kinds/linking/model/shown-traces.ts';

/** An actor with more than one ad on the table. */
export interface TrueNetwork {
  readonly ads: readonly string[];
  /** True where no person in it is controlled and no ad is fraud. */
  readonly lawful: boolean;
  /** Connected components of its ads by the traces on the table. */
  readonly parts: readonly (readonly string[])[];
}

/**
 * Two ads of one actor and the traces on the table that they share. Ads of one account share nearly every trace, so
 * only the account is listed for them.
 */
export interface TrueLine {
  readonly a: string;
  readonly b: string;
  readonly kinds: readonly string[];
}

/** The true networks of a linking exercise. */
export interface TrueNetworks {
  readonly networks: readonly TrueNetwork[];
  readonly lines: readonly TrueLine[];
}

/** Opens the true networks of a linking exercise, only once the case has ended. */
export async function openNetworks(
  parts: PartLoader,
  { market, scenario }: Pick<PublicPart, 'market' | 'scenario'>,
  attempt: AttemptState,
  state: string,
): Promise<TrueNetworks> {
  if (!attempt.ended)
    throw new InvariantError(
      `The networks of ${state} are asked for before the case has ended. Play it to an end first.`,
    );
  const { truth } = await loadKeyPart(parts, { market, scenario }, MARKET_PART, 'key-market/1');
  const { ads, pairs, tracesOf } = deriveLinks(truth, market, LINKING.briefOf(scenario, state));
  const lines = pairs.map(({ a, b }): TrueLine => {
    const kinds = [...tracesOf(a, b).keys()];
    return { a, b, kinds: kinds.includes(SAME_ACCOUNT) ? [SAME_ACCOUNT] : kinds };
  });
  const networks = gatherBy(ads, ({ actor }) => actor)
    .filter(({ length }) => length > 1)
    .map((members) => ({
      ads: members.map(({ ad }) => ad),
      lawful: members.every(({ lawful }) => lawful),
      parts: gatherBy(members, ({ part }) => part).map((part) => part.map(({ ad }) => ad)),
    }));
  return { networks, lines };
}
