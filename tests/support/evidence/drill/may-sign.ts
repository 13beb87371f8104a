import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A row of the table of authority, or what differs from it in one State. */
interface Row {
  readonly id: string;
  readonly data?: readonly string[];
  readonly keep?: readonly string[];
  readonly keepUrgent?: readonly string[];
  readonly order?: readonly string[];
}
interface Table {
  readonly rows: readonly Row[];
  readonly states: readonly { readonly differs?: readonly Row[] }[];
}

const FILE = join(import.meta.dirname, '..', '..', '..', '..', 'content', 'law', 'authority.yaml');
const TABLE: Table = parse(readFileSync(FILE, 'utf8'));

/** Whether the office that signed a letter may ask for all that the letter asks for, in each of the invented States. */
export function maySign(letter: Readonly<Record<string, unknown>>): boolean {
  const asked = letter['data'] as readonly string[];
  const isUrgent = String(letter['urgency']).trim() !== '';
  return TABLE.states.every(({ differs = [] }) =>
    asked.every((data) => {
      const common = TABLE.rows.find((row) => row.data?.includes(data));
      const row = { ...common, ...differs.find(({ id }) => id === common?.id) };
      const offices = letter['kind'] === 'preservation' ? [row.keep, isUrgent ? row.keepUrgent : []] : [row.order];
      return offices.flat().includes(letter['issuer'] as string);
    }),
  );
}
