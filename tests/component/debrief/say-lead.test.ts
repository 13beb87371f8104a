import { describe, expect, it } from 'vitest';
import { sayLead } from '#ui/debrief/say-lead.ts';
import { act, criterion, decision, FIGURES, report } from './example-report.ts';

const keysOf = (changes: Parameters<typeof report>[0]) => sayLead(report(changes)).map(({ key }) => key);
const spoilt = [criterion('preservation.order', 3, 0, 6)];

describe('sayLead', () => {
  it('begins with the red line, then the person, then the evidence, then the people flagged', () => {
    const path = [act('talk'), decision('d1', 'b', 'harmful'), decision('d2', 'b', 'red')];
    expect(sayLead(report({ redLine: true, path, criteria: spoilt, figures: FIGURES }))).toEqual([
      { key: 'lead.red', params: { step: 'The coming week' } },
      { key: 'lead.harm.one', params: { count: 1, step: 'The first sign' } },
      { key: 'lead.order.contact' },
      { key: 'lead.left.many', params: { count: 5 } },
      { key: 'lead.seen', params: { seen: 6, of: 8 } },
    ]);
  });

  it('says that nothing harmed only where a step was rated', () => {
    expect(keysOf({})).toEqual(['lead.safe', 'lead.order.best']);
    expect(keysOf({ path: [], criteria: [] })).toEqual([]);
  });

  it.each([
    ['contact before keeping', [act('talk'), act('keep')], 'lead.order.contact'],
    ['report before keeping', [act('tell'), act('talk'), act('keep')], 'lead.order.notify'],
    ['the site asked too late', [act('keep'), act('talk'), act('ask')], 'lead.order.request'],
    ['report before contact', [act('keep'), act('ask'), act('tell'), act('talk')], 'lead.order.report'],
    ['an early end after keeping', [act('keep')], 'lead.order.open'],
  ])('tells what the order cost: %s', (_name, path, key) => {
    expect(keysOf({ path, criteria: spoilt })).toEqual([key]);
  });
});
