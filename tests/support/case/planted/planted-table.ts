import type { PolicyFacts } from '#kinds/policy/model/facts.ts';
import { ofKind, type Planted } from './planted.ts';

const ofTable = ofKind<PolicyFacts>('policy');

/** False conditions about a policy table-top. */
export const PLANTED_AT_TABLE: readonly Planted[] = [
  {
    name: 'a seat that is heard at any time was heard in time',
    ...ofTable(({ rounds }) => ({ rounds: rounds.map((round) => ({ ...round, late: [] })) })),
  },
  {
    name: 'whatever a measure rests on was tested and speaks to it',
    ...ofTable(({ measures }) => ({
      measures: measures.map((one) => ({ ...one, rests: { ...one.rests, untested: [], aside: [] } })),
    })),
  },
  {
    name: 'any safeguard softens any measure',
    ...ofTable(({ measures }) => ({
      measures: measures.map((one) => (one.softened === 'aside' ? { ...one, softened: 'yes' } : one)),
    })),
  },
  {
    name: 'a view that was answered once is answered for every plan',
    ...ofTable(({ views }) => ({
      views: views.map((one) => (one.state === 'stale' ? { ...one, state: 'answered' } : one)),
    })),
  },
  {
    name: 'the same sentence counts as often as it stands',
    ...ofTable(() => ({ repeated: 0 })),
  },
  {
    name: 'no indicator falls under the floor',
    ...ofTable(() => ({ floor: [] })),
  },
  {
    name: 'every objection has an answer',
    ...ofTable(({ objections }) => ({ objections: objections.map((one) => ({ ...one, answered: true })) })),
  },
];
