import type { KindTells } from '#case/exercise/model/kind-tells.ts';
import type { CourtroomKind } from './kind.ts';
import { type JudgmentText, rulingOn } from './play.ts';

/** True if no row, motion, sum or choice of the judgment was decided. */
const isBare = ({ choices, rows, rulings, sums }: JudgmentText): boolean =>
  [Object.keys(choices), rows, rulings, Object.keys(sums)].every(({ length }) => length === 0);

/**
 * Rows with a state, motions with a signed ruling, and the judgment, of those that the file has. A judgment that is signed
 * and decides nothing is counted apart.
 */
export const COURTROOM_TELLS: KindTells<CourtroomKind> = {
  tell: (own) => ({
    handled({ bundle: { elements, motions, judgment } }) {
      const rows = elements.filter(({ id }) => own.rows.some(({ element }) => element === id)).length;
      const ruled = motions.filter(({ id }) => rulingOn(own, id)).length;
      const signed = Number(own.judgmentSigned !== undefined);
      const judged =
        own.judgmentSigned && isBare(own.judgmentSigned.text) ? 'courtroom.judgment-bare' : 'courtroom.judgment';
      return [
        { id: 'courtroom.rows', n: rows, of: elements.length },
        ...(motions.length > 0 ? [{ id: 'courtroom.rulings', n: ruled, of: motions.length }] : []),
        ...(judgment.length > 0 ? [{ id: judged, n: signed, of: 1 }] : []),
      ];
    },
  }),
};
