import type { Letter } from '#evidence/letters/model/letter.ts';
import { dataWords, officeWords } from '#evidence/letters/screens/letter-words.ts';
import { sayList } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import { isInstant } from '#kernel/model/instant.ts';
import type { RequestDesk } from '#kinds/requests/model/desk.ts';
import messages from '#words/kinds/requests.json' with { type: 'json' };
import type { LetterField } from './letter-form.ts';

const t = translator(messages);

export const fieldName = (field: LetterField) => t(`field.${field}`);

export function fieldHelp(field: LetterField): string | undefined {
  const key = `help.${field}`;
  return key in messages ? t(key as keyof typeof messages) : undefined;
}

/** A moment as a letter writes it, to the minute: "2031-03-12 09:10 UTC". */
export function momentWords(instant: string): string {
  return isInstant(instant) ? `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC` : '';
}

const listed = (key: 'paper.data' | 'paper.ads' | 'paper.accounts', entries: readonly string[]) =>
  entries.length > 0 ? [t(key, { list: sayList(entries) })] : [];

/** What a field of the letter says on paper, one text a line; nothing where it was left out. */
export function fieldTexts(letter: Letter, field: LetterField, { offences }: RequestDesk): readonly string[] {
  const value = letter[field];
  if (field === 'offence') return offences.filter(({ id }) => id === value).map(({ text }) => text);
  if (field === 'issuer') return letter.issuer ? [t('paper.issuer', { office: officeWords(letter.issuer) })] : [];
  if (field === 'intent') return letter.intent === '' ? [] : [t(`intent.${letter.intent}`)];
  if (field === 'data') return listed('paper.data', letter.data.map(dataWords));
  if (field === 'ads' || field === 'accounts') return listed(`paper.${field}`, letter[field]);
  if (typeof value === 'boolean')
    return value ? [t(`paper.${field as 'keepsOnline' | 'acknowledgement' | 'goodFaith'}`)] : [];
  if (typeof value === 'number') return value > 0 ? [t.count('paper.days', value)] : [];
  if (field === 'from' || field === 'until')
    return isInstant(value) ? [t(`paper.${field}`, { at: momentWords(value) })] : [];
  return (typeof value === 'string' ? [value.trim()] : (value ?? [])).filter((text) => text !== '');
}
