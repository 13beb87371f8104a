import { sentenceWords } from '#case/debrief/screens/scores/sentence-words.ts';
import { lacksByOffices } from '#evidence/law/model/authority.ts';
import type { Channel, DataCategory, Letter, Office } from '#evidence/letters/model/letter.ts';
import { dataWords, officeWords } from '#evidence/letters/screens/letter-words.ts';
import { translator } from '#i18n/translator.ts';
import type { Answer, AnswerReason } from '#kinds/requests/model/answer-letter.ts';
import words from '#words/kinds/requests/debrief.json' with { type: 'json' };
import messages from '#words/kinds/requests.json' with { type: 'json' };

const t = translator(messages);
type Key = keyof typeof messages;

export const channelWords = (channel: Channel) => t(`channel.${channel}`);
const dataList = (data: readonly DataCategory[]) => data.map(dataWords).join('; ');
const officeList = (offices: readonly Office[]) => offices.map(officeWords).join('; ');

/** Why an answer is not all that was asked for, a line for each reason, with the data and offices that it is about. */
export function reasonLines({ reasons, lacks = [] }: Answer, { issuer }: Pick<Letter, 'issuer'>, id: string): string[] {
  return reasons.flatMap((reason) => {
    if (reason !== 'wrong-authority' && reason !== 'below-threshold') return [reasonWords(reason, id)];
    const why = reason === 'wrong-authority' ? 'office' : 'threshold';
    return lacksByOffices(lacks.filter((lack) => lack.why === why)).map(({ data, offices }) =>
      sentenceWords(
        {
          id: `answer.${reason}`,
          params: { data: dataList(data), offices: officeList(offices), issuer: issuer ? officeWords(issuer) : '' },
        },
        words,
      ),
    );
  });
}

export const reasonWords = (reason: AnswerReason, letter: string) =>
  sentenceWords({ id: `answer.${reason}`, params: { letter } }, words);

/**
 * A part of a letter by its name; one without words of its own by its id. A company that runs no ads can leave none up,
 * and is asked for an answer alone.
 */
export const partName = (part: string, runsAds = true) =>
  (part === 'keep-online' && !runsAds ? t('letter.answer-only') : wordFor(`letter.${part}`)) ?? part;

/** What a letter has to say in that part. */
export const adviceOn = (part: string) => wordFor(`letter.${part}.miss`) ?? '';

const wordFor = (key: string) => (key in messages ? t(key as Key) : undefined);
