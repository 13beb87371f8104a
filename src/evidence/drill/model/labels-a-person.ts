import { NAMES_OF_SERVICES } from '#safety/content/model/person-labels.ts';

/** True if a text calls a person a victim, which only an identification body or a court may decide. */
export function labelsAPerson(text: string): boolean {
  return /(?<![\p{L}\p{N}])victims?(?![\p{L}\p{N}])/iu.test(text.replaceAll(NAMES_OF_SERVICES, ''));
}
