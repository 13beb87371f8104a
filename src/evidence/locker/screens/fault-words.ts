import type { ErrorCode } from '#evidence/drill/model/typical-errors.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/evidence/evidence.json' with { type: 'json' };

const t = translator(messages);

/** Names of what a locker alone can show: its record says so, and its pages and log may say otherwise. */
const BY_RECORD: Partial<Readonly<Record<ErrorCode, string>>> = {
  E2: t('fault.name.E2'),
  E13: t('fault.name.E13'),
};

/** A typical error in words: its name, where a careful reader of a locker sees it, and what a court may ask. */
export function faultWords(code: ErrorCode): { readonly name: string; readonly seen: string; readonly court: string } {
  return { name: BY_RECORD[code] ?? t(`part.${code}`), seen: t(`fault.${code}`), court: t(`court.${code}`) };
}
