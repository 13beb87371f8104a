import type { Readers, Truth } from './attempt.ts';
import type { ReadDesk } from './desk.ts';

/** Letters of a wanted kind beside the one that counts, for each gap of that name. */
const beside =
  (...wanted: readonly string[]) =>
  (desk: ReadDesk): readonly Truth[] =>
    desk.letters
      .filter(({ id, letter: { kind } }) => desk.wanted.letters.includes(kind) && desk.best(kind)?.id !== id)
      .flatMap((sent) => {
        const gaps = desk
          .gapsOf(sent)
          .filter(({ part, gap }) => wanted.includes(`${part}.${gap}`))
          .map(({ data, offices, issuer }) => ({
            params: {
              kind: sent.letter.kind,
              letter: sent.id,
              ...(data && { data: data.join(', ') }),
              ...(offices && { offices: offices.join(', ') }),
              ...(issuer && { issuer }),
            },
            events: [sent.seq],
          }));
        // A span of time can be wrong at both ends, and that is told once.
        return gaps.filter((gap, n) => gaps.findIndex((one) => JSON.stringify(one) === JSON.stringify(gap)) === n);
      });

/** Answers with data that come after everything that the company was asked to keep has been deleted. */
const outrun = ({ letters, granted }: ReadDesk): readonly Truth[] =>
  letters
    .filter(({ letter: { kind }, answer }) => ['order', 'assistance'].includes(kind) && answer.outcome !== 'refused')
    .flatMap(({ id, seq, letter: { to }, answer }) => {
      const own = granted.filter(({ letter, keptUntil }) => letter.to === to && keptUntil !== undefined);
      const ends = own.map(({ keptUntil = '' }) => keptUntil).sort();
      const at = ends.at(-1);
      const keep = own.find(({ keptUntil }) => keptUntil === at)?.id;
      if (at === undefined || keep === undefined || at >= answer.at) return [];
      return [{ params: { letter: id, answered: answer.at, keep, at }, events: [seq] }];
    });

/** Sentences about letters beside those that count, and about answers that come too late. */
export const BESIDE_READERS: Readers<ReadDesk> = {
  'letter.renewal.outrun': outrun,
  'letter.beside.kinds': beside('data.beyond'),
  'letter.beside.span': beside('data.span', 'data.backwards', 'data.late', 'data.short', 'data.long'),
  'letter.beside.unsigned': beside('authority.nobody'),
  'letter.beside.office': beside('authority.office'),
  'letter.beside.redress': beside('redress.none', 'redress.court'),
};
