import type { Letter } from '#evidence/letters/model/letter.ts';
import type { RequestsAction } from '#kinds/requests/model/play.ts';
import { adUrl } from '#market/ads/model/serve-ad.ts';
import { type Readers, truth } from './attempt.ts';
import type { ReadWorkbench } from './bench.ts';
import { gapsIn, type LetterCase, PARTS_OF } from './letter-parts.ts';
import { WORDS_OF } from './letter-words.ts';

const PARTS = PARTS_OF.preservation;

/**
 * What the case says about a letter of the workbench: its ads. Receiver, signature and period are known only at a desk.
 */
function aboutOf({ attempt, wanted }: ReadWorkbench, letter: Letter): LetterCase {
  const posted = wanted.map((ad) => attempt.ad(ad)?.postedAt ?? '').sort();
  const sites = attempt.market.sites.flatMap(({ id, name }) => [id, name]);
  // A receiver is also named by the words of its id.
  const receiver = letter.to === '' ? [] : [letter.to, letter.to.split('-').join(' ')];
  const holders = [...(WORDS_OF['custodian.holder']?.words.split(', ') ?? []), ...sites, ...receiver];
  return {
    ads: wanted,
    accounts: [...new Set(wanted.flatMap((ad) => attempt.ad(ad)?.account ?? []))],
    urls: wanted.map((ad) => adUrl(attempt.market, ad)),
    offences: [letter.offence],
    custodians: [letter.to],
    language: undefined,
    data: letter.data,
    posted: { first: posted[0] ?? '', last: posted.at(-1) ?? '' },
    intent: letter.intent === 'assistance' ? 'assistance' : 'order',
    longestDays: Number.POSITIVE_INFINITY,
    words: { 'custodian.holder': holders },
    desk: { law: { rows: [] }, offences: [], platforms: [] } as unknown as LetterCase['desk'],
    sentAt: '',
  };
}

/** Gaps that only a desk can check: the signature, and dates within the time of the case. */
const OF_A_DESK = ['nobody', 'office', 'text.days'];

/** Preservation requests of the workbench, each with its faulty parts. */
function lettersOf(workbench: ReadWorkbench) {
  return workbench
    .of('request.entered')
    .filter(({ action }) => action.letter.kind === 'preservation')
    .map(({ action: { letter }, seq }) => {
      const about = aboutOf(workbench, letter);
      const isWrong = (part: string) =>
        gapsIn(part, letter, about).some(({ gap }) => !(part === 'custodian' ? [] : OF_A_DESK).includes(gap));
      return { seq, wrong: PARTS.filter(isWrong) };
    });
}

/** Events in which something was sent: in the story, at a workbench or at a desk. */
function wentOut(workbench: ReadWorkbench): number[] {
  const { attempt, shown } = workbench;
  const desks = attempt.exercises('requests').flatMap((id) => attempt.actsAt<RequestsAction>(id));
  return [
    ...shown.filter(({ act }) => act === 'request' || act === 'notify').map(({ seq }) => seq),
    ...workbench.of('request.entered').map(({ seq }) => seq),
    ...desks.filter(({ action }) => action.type === 'letter.sent').map(({ seq }) => seq),
  ];
}

/** Sentences about the letters of a workbench and the answers to them. */
export const LETTER_READERS: Readers<ReadWorkbench> = {
  'request.letter': (workbench) =>
    lettersOf(workbench).map(({ seq, wrong }) => ({
      params: { n: PARTS.length - wrong.length, of: PARTS.length },
      events: [seq],
    })),
  ...Object.fromEntries(
    PARTS.map((part) => [
      `request.part.${part}`,
      (workbench: ReadWorkbench) => {
        const events = lettersOf(workbench).flatMap(({ seq, wrong }) => (wrong.includes(part) ? [seq] : []));
        return truth(events.length > 0, { events });
      },
    ]),
  ),
  'request.answer-early': (workbench) => {
    const first = Math.min(...wentOut(workbench));
    const events = workbench.of('answer.entered').flatMap(({ seq }) => (seq < first ? [seq] : []));
    return truth(events.length > 0, { events });
  },
};
