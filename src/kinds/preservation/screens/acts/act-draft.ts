import { isInstant } from '#kernel/model/instant.ts';
import type { ActField } from './act-forms.ts';

/** What stands in the form of an act. */
export type ActDraft = Readonly<Partial<Record<ActField['name'], string>>>;
export type FieldProblem = 'field.missing' | 'field.moment' | 'field.number';

/** What keeps a field from being taken: its form only, never what stands in it. */
export function fieldProblem({ name, kind }: ActField, draft: ActDraft): FieldProblem | undefined {
  const written = (draft[name] ?? '').trim();
  if (written === '') return 'field.missing';
  if (kind === 'moment' && !isInstant(written)) return 'field.moment';
  return kind === 'number' && !/^\d{1,4}$/.test(written) ? 'field.number' : undefined;
}

/** The draft with every field, and without blanks around what was written. */
export function filledIn(draft: ActDraft): Readonly<Record<ActField['name'], string>> {
  const entries = Object.entries(draft).map(([name, value]) => [name, value.trim()]);
  return Object.fromEntries(entries) as Record<ActField['name'], string>;
}
