import type { PreservationFacts } from '#kinds/preservation/model/facts.ts';
import type { PageState } from '#kinds/preservation/model/page-facts.ts';
import { RECORD_RUBRIC } from '#kinds/preservation/model/rubric.ts';
import { holds, ofWorkbench, type Planted, rule } from './planted.ts';

/** Takes one fate of a page for another. */
const takes = (taken: PageState, as: PageState) =>
  ofWorkbench(({ pages }) => ({ pages: pages.map((page) => (page.state === taken ? { ...page, state: as } : page)) }));

const without = (fault: PreservationFacts['orderFaults'][number]) =>
  ofWorkbench(({ orderFaults }) => ({ orderFaults: orderFaults.filter((one) => one !== fault) }));

const items = (isOf: (item: PreservationFacts['items'][number]) => boolean) =>
  rule<PreservationFacts>((facts) => {
    const found = facts.items.filter(isOf).map(({ item }) => item);
    return holds(found.length > 0, { params: { items: found.join(', ') } });
  });

/** False conditions about a workbench. */
export const PLANTED_AT_WORKBENCH: readonly Planted[] = [
  {
    name: 'a sign of a page that shares nothing is left out',
    ...ofWorkbench(({ shared }) => ({
      shared: { ...shared, none: shared.none.map((page) => ({ ...page, signs: page.signs.slice(1) })) },
    })),
  },
  { name: 'a mirror counts as kept', ...takes('mirror', 'kept') },
  { name: 'a changed page counts as kept', ...takes('changed', 'kept') },
  { name: 'a spoiled copy counts as kept', ...takes('spoiled', 'kept') },
  { name: 'lost counts as never', ...takes('lost', 'never') },
  { name: 'never counts as lost', ...takes('never', 'lost') },
  { name: 'overtaken counts as never', ...takes('overtaken', 'never') },
  { name: 'never counts as overtaken', ...takes('never', 'overtaken') },
  { name: 'changed at its address counts as led to a mirror', ...takes('overtaken', 'moved') },
  { name: 'led to a mirror counts as changed at its address', ...takes('moved', 'overtaken') },
  {
    name: 'nobody can tell what stood on a page that came late',
    ...ofWorkbench(({ pages, alarm = 0 }) => ({
      lostByAlarm: pages.filter(({ seq = Number.POSITIVE_INFINITY }) => seq > alarm).map(({ ad }) => ad),
    })),
  },
  {
    name: 'all pages are there where any copy of each is',
    rules: {
      'pages.all': rule<PreservationFacts>(({ pages }) =>
        holds(pages.length > 1 && pages.filter(({ seq }) => seq !== undefined).length >= pages.length, {
          params: { of: pages.length },
        }),
      ),
    },
  },
  {
    name: 'one page in time is all pages in time',
    rules: {
      'pages.in-time': rule<PreservationFacts>(({ pages, alarm }) =>
        holds(alarm !== undefined && pages.some(({ seq }) => seq !== undefined && seq < alarm), {
          params: { alarm: alarm ?? 0 },
          events: [alarm ?? 0],
        }),
      ),
    },
  },
  {
    name: 'only a report can warn',
    ...ofWorkbench(({ notice }) => ({ alarm: notice as number })),
  },
  {
    name: 'no other page can be read once one thing was made unreadable',
    ...ofWorkbench(({ others }) => ({ others: others.slice(1) })),
  },
  {
    name: 'the record is whole where anything was captured',
    ...ofWorkbench(({ items: all, whole }) => ({
      whole: all.length > 0 ? RECORD_RUBRIC.map(({ part }) => part) : whole,
    })),
  },
  {
    name: 'a page that was captured is a page before its text was changed',
    ...ofWorkbench(({ whole }) => ({
      whole: whole.includes('capture') ? [...new Set([...whole, 'unchanged' as const])] : whole,
    })),
  },
  {
    name: 'an empty locker keeps nobody else’s data',
    ...ofWorkbench(({ isUsed, whole }) => ({ whole: isUsed ? whole : [...whole, 'minimisation'] })),
  },
  {
    name: 'a basis of one page is a basis of all',
    ...ofWorkbench(({ whole, items }) => ({
      whole: items.every(({ basis }) => basis === '') ? whole : [...new Set([...whole, 'authority' as const])],
    })),
  },
  {
    name: 'a record names all that its page shows',
    ...ofWorkbench(({ items }) => ({ items: items.map((item) => ({ ...item, left: [] })) })),
  },
  {
    name: 'all pages that belong in the locker show one number',
    ...ofWorkbench(({ pages }) => ({ shared: { numbers: [pages.map(({ ad }) => ad)], traces: [], none: [] } })),
  },
  { name: 'an original that was altered is as it was captured', ...ofWorkbench(() => ({ altering: [] })) },
  {
    name: 'an original that was saved again was marked',
    ...ofWorkbench(({ altering }) => ({ altering: altering.map((act) => ({ ...act, how: 'marked' as const })) })),
  },
  { name: 'the custody log has every touch', ...ofWorkbench(() => ({ untold: [] })) },
  {
    name: 'a step of single pages is whole with one page',
    ...ofWorkbench(({ steps, partly }) => {
      const isOfPages = ({ missing }: { readonly missing: readonly string[] }) => missing.join() === 'each';
      const whole = partly.filter(isOfPages).map(({ step }) => step);
      return { steps: [...steps, ...whole], partly: partly.filter((entry) => !isOfPages(entry)) };
    }),
  },
  {
    name: 'a step of two acts is taken with one of them',
    ...ofWorkbench(({ steps, partly }) => ({ steps: [...steps, ...partly.map(({ step }) => step)], partly: [] })),
  },
  {
    name: 'a step in part is one that lacks its plan',
    ...ofWorkbench(({ partly }) => ({ partly: partly.map(({ step }) => ({ step, missing: ['plan'] })) })),
  },
  {
    name: 'a bench at which nothing was done is one at which nothing wrong was done',
    ...ofWorkbench(() => ({ isUsed: true })),
  },
  { name: 'a request that never went out is no fault of order', ...without('request') },
  { name: 'late pages are no fault of order', ...without('pages') },
  { name: 'to keep nothing is no fault of order', ...without('nothing') },
  {
    name: 'the gate of order is open where nobody was warned',
    rules: {
      'gate.order.open': rule<PreservationFacts>(({ orderFaults }) => holds(orderFaults.length === 0)),
    },
  },
  {
    name: 'the gate of hashes without E4',
    rules: { 'gate.hash.open': rule<PreservationFacts>((facts) => holds(facts.items.length > 0)) },
  },
  {
    name: 'a period without a day in the diary ran out',
    ...ofWorkbench(({ errors }) => ({
      errors: errors.map((error) => (error.code === 'E16' ? { ...error, ways: [{ way: 'ended', at: [] }] } : error)),
    })),
  },
  {
    name: 'the report of a closed card is a look for child material',
    ...ofWorkbench(({ childCheck: { looks, reports } }) => ({ childCheck: { looks: looks || reports, reports } })),
  },
  {
    name: 'E6 is not among the errors',
    ...ofWorkbench(({ errors }) => ({ errors: errors.filter(({ code }) => code !== 'E6') })),
  },
  {
    name: 'errors count by the places where they show',
    rules: {
      'errors.some': rule<PreservationFacts>(({ errors }) =>
        holds(errors.length > 0, {
          params: { count: errors.reduce((sum, { places }) => sum + Math.max(1, places.length), 0) },
        }),
      ),
    },
  },
  {
    name: 'a picture alone is no fault',
    ...ofWorkbench(({ nevers }) => ({ nevers: nevers.filter((never) => never !== 'screenshot-only') })),
  },
  {
    name: 'nothing was captured where there are pictures',
    rules: { 'bench.nothing': rule<PreservationFacts>((facts) => holds(facts.items.length === 0)) },
  },
  {
    name: 'a time that is written as UTC is the time of the capture',
    ...ofWorkbench(({ items }) => ({ items: items.map((item) => ({ ...item, isTimed: item.hasTime })) })),
  },
  {
    name: 'an error shows in each capture where it shows in one',
    ...ofWorkbench(({ errors, items }) => ({
      errors: errors.map(({ ways, ...error }) => ({
        ...error,
        ...(ways && {
          ways: ways.map(({ way, at }) => ({ way, at: at.length > 0 ? items.map(({ item }) => item) : at })),
        }),
      })),
    })),
  },
  {
    name: 'every written time is in UTC',
    ...ofWorkbench((facts) => ({
      items: facts.items.map((item) => ({ ...item, hasTime: item.hasTime || item.hasUrl })),
    })),
  },
  {
    name: 'answers without a page prove texts',
    rules: { 'question.proves.pages': items(({ counts, own }) => counts && own) },
  },
  {
    name: 'copies that do not count prove texts',
    rules: { 'question.proves.pages': items(({ status, own }) => status === 200 && own) },
  },
  {
    name: 'a capture proves something, whatever it is worth',
    rules: { 'question.proves.nothing': rule<PreservationFacts>((facts) => holds(facts.items.length === 0)) },
  },
  {
    name: 'a person without a name is named',
    ...ofWorkbench(({ people, custody }) => ({
      people: custody.entries > 0 && people.length === 0 ? [', analyst'] : people,
    })),
  },
  {
    name: 'a basis that was noted at the end is the basis of each capture',
    ...ofWorkbench(({ items }) => ({ items: items.map((item) => ({ ...item, basis: items.at(-1)?.basis ?? '' })) })),
  },
  {
    name: 'a legal basis before a copy is one before the first copy of each ad',
    ...ofWorkbench(({ basisFirst, pages }) => ({ basisFirst: basisFirst.length > 0 ? pages.map(({ ad }) => ad) : [] })),
  },
  { name: 'a picture shows a page', ...ofWorkbench(() => ({ emptyPictures: [] })) },
  {
    name: 'a text proves where it came from, whatever its record says',
    ...ofWorkbench(({ items }) => ({ items: items.map((item) => ({ ...item, told: true })) })),
  },
  {
    name: 'a letter that was sent has all of its parts',
    ...ofWorkbench(({ letters }) => ({ letters: letters.map((letter) => ({ ...letter, missing: [] })) })),
  },
  { name: 'an answer comes to a letter', ...ofWorkbench(() => ({ answersEarly: [] })) },
  {
    name: 'a hash that was read back was equal',
    ...ofWorkbench((facts) => ({
      items: facts.items.map((item) => ({ ...item, verified: item.verified || item.sealed })),
    })),
  },
];
