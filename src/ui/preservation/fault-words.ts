import type { ErrorCode } from '#core/evidence/tamper/typical-errors.ts';
import messages from '#i18n/messages/en/preservation.json' with { type: 'json' };
import { translator } from '#i18n/translator.ts';

const t = translator(messages);

/** A typical error in words: its name, where a careful reader of a locker sees it, and what a court may ask. */
export function faultWords(code: ErrorCode): { readonly name: string; readonly seen: string; readonly court: string } {
  return { name: t(`part.${code}`), seen: t(`fault.${code}`), court: t(`court.${code}`) };
}
