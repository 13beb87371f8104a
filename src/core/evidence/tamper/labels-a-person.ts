import { NAMES_OF_SERVICES } from '#core/safety/person-labels.ts';

/** True where a text of a record calls somebody a victim, which is for an identification body or a court to say. */
export function labelsAPerson(text: string): boolean {
  return /(?<![\p{L}\p{N}])victims?(?![\p{L}\p{N}])/iu.test(text.replaceAll(NAMES_OF_SERVICES, ''));
}
