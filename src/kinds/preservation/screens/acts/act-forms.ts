import {
  type CareAction,
  COPIES,
  NOTE_PLACES,
  OUTCOMES,
  SHORTCUTS,
  type Shortcut,
} from '#kinds/preservation/model/care-actions.ts';

/** One thing that a form of an act asks for. */
export interface ActField {
  readonly name:
    | 'copy'
    | 'purpose'
    | 'on'
    | 'text'
    | 'name'
    | 'logged'
    | 'to'
    | 'day'
    | 'days'
    | 'outcome'
    | 'says'
    | 'by'
    | 'platform'
    | 'until'
    | 'access';
  readonly kind: 'line' | 'choice' | 'moment' | 'number';
  readonly options?: readonly ChoiceWord[];
}

type ChoiceWord = (typeof COPIES)[number] | (typeof NOTE_PLACES)[number] | (typeof OUTCOMES)[number] | 'yes' | 'no';
type Filled = Readonly<Record<ActField['name'], string>>;

/** An act that is done by filling in a few lines. */
export interface ActForm {
  readonly act: PlainAct | `shortcut.${Shortcut}`;
  readonly fields: readonly ActField[];
  /** True where it leaves the workbench, or cannot be taken back: it is asked for once more. */
  readonly asks: boolean;
  readonly make: (filled: Filled, item: string) => CareAction;
}

export type PlainAct =
  | 'copy.opened'
  | 'note.written'
  | 'item.renamed'
  | 'item.handed-over'
  | 'item.deleted'
  | 'renewal.noted'
  | 'request.renewed'
  | 'answer.entered'
  | 'safety.checked'
  | 'notice.entered'
  | 'retention.set';

const line = (name: ActField['name']): ActField => ({ name, kind: 'line' });
const moment = (name: ActField['name']): ActField => ({ name, kind: 'moment' });
const choice = (name: ActField['name'], options: readonly ChoiceWord[]): ActField => ({
  name,
  kind: 'choice',
  options,
});
/** The only way out that touches one item; the others concern the case. */
const ON_ITEM: Shortcut = 'resaved-original';

const shortcut = (taken: Shortcut): ActForm => ({
  act: `shortcut.${taken}`,
  fields: [],
  asks: true,
  make: (_, item) => ({ type: 'shortcut.taken', shortcut: taken, ...(taken === ON_ITEM && { item }) }),
});

/** What can be done with one item after its capture. */
export const ITEM_ACTS: readonly ActForm[] = [
  {
    act: 'copy.opened',
    fields: [choice('copy', COPIES), line('purpose')],
    asks: false,
    make: ({ copy, purpose }, item) => ({ type: 'copy.opened', item, copy: copy as (typeof COPIES)[number], purpose }),
  },
  {
    act: 'note.written',
    fields: [choice('on', NOTE_PLACES), line('text')],
    asks: false,
    make: ({ on, text }, item) => ({ type: 'note.written', item, on: on as (typeof NOTE_PLACES)[number], text }),
  },
  {
    act: 'item.renamed',
    fields: [line('name'), choice('logged', ['yes', 'no'])],
    asks: false,
    make: ({ name, logged }, item) => ({ type: 'item.renamed', item, name, logged: logged === 'yes' }),
  },
  {
    act: 'item.handed-over',
    fields: [line('to'), line('purpose')],
    asks: true,
    make: ({ to, purpose }, item) => ({ type: 'item.handed-over', item, to, purpose }),
  },
  {
    act: 'item.deleted',
    fields: [line('purpose')],
    asks: true,
    make: ({ purpose }, item) => ({ type: 'item.deleted', item, purpose }),
  },
  shortcut(ON_ITEM),
];

/** What can be done around the record as a whole. */
export const CASE_ACTS: readonly ActForm[] = [
  {
    act: 'renewal.noted',
    fields: [moment('day')],
    asks: false,
    make: ({ day }) => ({ type: 'renewal.noted', on: day }),
  },
  {
    act: 'request.renewed',
    fields: [{ name: 'days', kind: 'number' }],
    asks: true,
    make: ({ days }) => ({ type: 'request.renewed', days: Number(days) }),
  },
  {
    act: 'answer.entered',
    fields: [choice('outcome', OUTCOMES), line('says')],
    asks: false,
    make: ({ outcome, says }) => ({
      type: 'answer.entered',
      outcome: outcome as (typeof OUTCOMES)[number],
      says,
    }),
  },
  {
    act: 'safety.checked',
    fields: [line('by')],
    asks: false,
    make: ({ by }) => ({ type: 'safety.checked', by }),
  },
  {
    act: 'notice.entered',
    fields: [line('platform')],
    asks: true,
    make: ({ platform }) => ({ type: 'notice.entered', platform }),
  },
  {
    act: 'retention.set',
    fields: [moment('until'), line('access')],
    asks: false,
    make: ({ until, access }) => ({ type: 'retention.set', until, access }),
  },
  ...SHORTCUTS.filter((taken) => taken !== ON_ITEM).map(shortcut),
];
