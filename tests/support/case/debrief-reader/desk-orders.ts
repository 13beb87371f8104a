import type { Letter } from '#evidence/letters/model/letter.ts';
import { type Readers, truth } from './attempt.ts';
import type { ReadDesk } from './desk.ts';
import { isGrave, maySign } from './letter-office.ts';
import { leadOf } from './letter-parts.ts';

type Asked = 'done' | 'unsigned' | 'office' | 'threshold' | 'astray' | 'unasked';

/** Data that must be produced, each with the outcome of the letters that asked for them. */
function orderedAt({ desk, wanted, letters, about }: ReadDesk) {
  if (!wanted.letters.includes('order') && !wanted.letters.includes('assistance')) return [];
  const demands = letters.filter(({ letter }) => letter.kind === 'order' || letter.kind === 'assistance');
  return desk.platforms
    .filter(({ id }) => wanted.custodians.includes(id))
    .flatMap(({ id: platform, holds }) =>
      wanted.data
        .filter((data) => holds.includes(data))
        .map((data) => {
          const asking = demands
            .map(({ letter }) => letter)
            .filter((one) => one.to === platform && one.data.includes(data));
          const leading = asking.filter((letter) => leadOf(letter, about) === 'case');
          const signed = leading.filter((letter) => maySign(letter, data, desk));
          let fate: Asked = 'done';
          if (asking.length === 0) fate = 'unasked';
          else if (leading.length === 0) fate = 'astray';
          else if (!signed.some((letter) => isGrave(letter, data, desk))) fate = spoiledBy(leading, signed);
          return { platform, data, fate };
        }),
    );
}

/** Why none of the letters is a valid order: a wrong office, a missing signature, or else the offence. */
function spoiledBy(leading: readonly Letter[], signed: readonly Letter[]): Asked {
  const others = leading.filter((letter) => !signed.includes(letter));
  if (others.length === 0) return 'threshold';
  return others.every(({ issuer }) => issuer === undefined) ? 'unsigned' : 'office';
}

const ofOrdered = (wanted: Asked) => (desk: ReadDesk) => {
  const found = orderedAt(desk).filter(({ fate }) => fate === wanted);
  return [...new Set(found.map(({ platform }) => platform))].map((platform) => {
    const data = found.filter((one) => one.platform === platform).map((one) => one.data);
    return { params: { platform, count: data.length, data: data.join(', ') } };
  });
};

/** Data that an answer refuses because of the signing office or the offence, grouped by the entitled offices. */
const ofLacks = (reason: 'wrong-authority' | 'below-threshold') => (desk: ReadDesk) =>
  desk.letters
    .filter(({ answer }) => answer.reasons.includes(reason))
    .flatMap(({ id, letter, seq, answer: { lacks = [] } }) => {
      const own = lacks.filter(({ why }) => (why === 'office') === (reason === 'wrong-authority'));
      return [...new Set(own.map(({ offices }) => offices.join(', ')))].map((offices) => ({
        params: {
          letter: id,
          kind: letter.kind,
          data: own
            .filter((lack) => lack.offices.join(', ') === offices)
            .map(({ data }) => data)
            .join(', '),
          ...(reason === 'wrong-authority' && { issuer: letter.issuer ?? '', offices }),
        },
        events: [seq],
      }));
    });

/** Sentences about orders and the offices that signed them. */
export const ORDER_READERS: Readers<ReadDesk> = {
  'ordered.count': (desk) => {
    const all = orderedAt(desk);
    return truth(all.length > 0, { params: { n: all.filter(({ fate }) => fate === 'done').length, of: all.length } });
  },
  'ordered.done': ofOrdered('done'),
  'ordered.unsigned': ofOrdered('unsigned'),
  'ordered.office': ofOrdered('office'),
  'ordered.threshold': ofOrdered('threshold'),
  'ordered.astray': ofOrdered('astray'),
  'ordered.unasked': ofOrdered('unasked'),
  'answer.wrong-authority': ofLacks('wrong-authority'),
  'answer.below-threshold': ofLacks('below-threshold'),
};
