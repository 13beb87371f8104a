import type { RequestsFacts } from '#kinds/requests/model/facts.ts';
import { ofKind, type Planted } from './planted.ts';

const ofDesk = ofKind<RequestsFacts>('requests');

/** False conditions about a request desk. */
export const PLANTED_DESK: readonly Planted[] = [
  {
    name: 'a letter beside the one that counts has no fault',
    ...ofDesk(() => ({ beside: [] })),
  },
  {
    name: 'a refused request keeps data',
    ...ofDesk(({ letters }) => ({
      kept: letters.flatMap(({ kind, letter, seq }) => (kind === 'preservation' ? [{ letter, seq }] : [])),
    })),
  },
  {
    name: 'that the account holder was told is of no matter',
    ...ofDesk(({ letters }) => ({
      letters: letters.map((letter) => ({
        ...letter,
        reasons: letter.reasons.filter((reason) => reason !== 'account-holder-told'),
      })),
    })),
  },
  {
    name: 'letters that never came are out of order',
    ...ofDesk(({ order }) => ({
      order: order.map((fact) => (fact.outcome === 'alone' ? { ...fact, outcome: 'unsent' } : fact)),
    })),
  },
  {
    name: 'a day in the diary that comes too late is in time',
    ...ofDesk(({ periods }) => ({
      periods: periods.map((period) => (period.outcome === 'late' ? { ...period, outcome: 'noted' } : period)),
    })),
  },
  {
    name: 'data that are kept are kept for every ad',
    ...ofDesk(({ secured }) => ({ secured: secured.map((entry) => ({ ...entry, left: [] })) })),
  },
  {
    name: 'never asked is refused',
    ...ofDesk(({ secured }) => ({
      secured: secured.map((entry) => (entry.outcome === 'unasked' ? { ...entry, outcome: 'refused' } : entry)),
    })),
  },
  {
    name: 'after is before',
    ...ofDesk(({ order }) => ({
      order: order.map((fact) => (fact.outcome === 'after' ? { ...fact, outcome: 'before' } : fact)),
    })),
  },
  {
    name: 'a letter that leads elsewhere leads to the case',
    ...ofDesk(({ content }) => ({ content: content.map((entry) => ({ ...entry, leads: 'case' })) })),
  },
  {
    name: 'what an office may not order is ordered',
    ...ofDesk(({ ordered }) => ({
      ordered: ordered.map((fact) => (fact.outcome === 'office' ? { ...fact, outcome: 'ordered' } : fact)),
    })),
  },
  {
    name: 'a letter by any channel goes the right way',
    ...ofDesk(({ channels }) => ({
      channels: channels.map((fact) => (fact.outcome === 'other' ? { ...fact, outcome: 'right' } : fact)),
    })),
  },
  {
    name: 'a letter that asks for too much by a way that counts goes another way',
    ...ofDesk(({ channels }) => ({
      channels: channels.map((fact) => (fact.outcome === 'mixed' ? { ...fact, outcome: 'other' } : fact)),
    })),
  },
  {
    name: 'a field of text that is filled in says what it has to say',
    ...ofDesk(({ content }) => ({
      content: content.map((entry) => ({ ...entry, gaps: entry.gaps.filter(({ words }) => words === undefined) })),
    })),
  },
  {
    name: 'ads of others in a text are of no matter',
    ...ofDesk(({ content }) => ({
      content: content.map((entry) => ({ ...entry, gaps: entry.gaps.filter(({ gap }) => gap !== 'strangers') })),
    })),
  },
];
