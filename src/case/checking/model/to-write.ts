import { type CaseText, caseTexts } from '#case/language/model/case-texts.ts';

/** The first words of a text that its author has still to write. What follows says what belongs there. */
const TO_WRITE = 'TO WRITE.';

/** A placeholder for a text: what its author writes in its place. */
export const toWrite = (what: string): string => `${TO_WRITE} ${what}`;

/** True for a placeholder. */
export const isToWrite = (text: string): boolean => text.startsWith(TO_WRITE);

/** What belongs in the place of a placeholder. */
export const whatToWrite = (text: string): string => text.slice(TO_WRITE.length).trim();

/** The placeholders of a scenario, of its key or of its workshop, each with what belongs in its place. */
export function textsToWrite(document: object): (CaseText & { readonly what: string })[] {
  return caseTexts(document)
    .filter(({ text }) => isToWrite(text))
    .map((found) => ({ ...found, what: whatToWrite(found.text) }));
}
