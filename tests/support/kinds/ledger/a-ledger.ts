import type { ScoreContext } from '#case/exercise/model/exercise-kind.ts';
import type { Criterion } from '#kernel/model/criterion.ts';
import { stream } from '#kernel/model/rng.ts';
import { drawLedger } from '#kinds/ledger/model/draw-ledger.ts';
import type { Ledger } from '#kinds/ledger/model/ledger.ts';
import { castLedger } from '#kinds/ledger/model/ledger-cast.ts';
import { type LedgerAction, type LedgerResponse, playLedger } from '#kinds/ledger/model/play.ts';
import { scoreLedger } from '#kinds/ledger/model/score.ts';
import { actionsOf, readAsOracle } from '#kinds/ledger/use-cases/players.ts';

export const SEEDS = Array.from({ length: 25 }, (_, n) => `ledger-${n}`);

const made = new Map<string, Ledger>();

/** A ledger with invented people only. */
export function drawn(seed: string): Ledger {
  const cast = castLedger({ ads: [], actors: [] }, stream(seed, 'cast'));
  const ledger = made.get(seed) ?? drawLedger({ seed, cast, from: '2031-03-03T00:00:00Z' });
  made.set(seed, ledger);
  return ledger;
}

/** The response after these actions; the first has the event number 1. */
export const played = (actions: readonly LedgerAction[]): LedgerResponse =>
  actions.reduce(
    (response, action, n) => playLedger.reduce(response, action, { at: '2031-05-01T08:00:00Z', seq: n + 1 }),
    playLedger.empty,
  );

export const oracleOf = (ledger: Ledger) => played(readAsOracle(ledger));
export const handedIn = (response: LedgerResponse) => played(actionsOf(response));

/** Every criterion of a response, by its name. */
export const criteriaOf = (response: LedgerResponse, ledger: Ledger): ReadonlyMap<string, Criterion> =>
  new Map(
    scoreLedger(response, ledger, { evidence: [1] } as unknown as ScoreContext).criteria.map((one) => [
      one.id.replace('ledger.', ''),
      one,
    ]),
  );
