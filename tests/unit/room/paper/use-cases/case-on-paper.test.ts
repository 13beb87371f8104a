import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompiledState } from '#case/language/model/compiled-scenario.ts';
import type { Workshop } from '#case/language/model/workshop-schemas.ts';
import { runRows } from '#room/paper/screens/run-rows.ts';
import { type CaseOnPaper, caseOnPaper } from '#room/paper/use-cases/case-on-paper.ts';
import { theCase } from '../../../../support/builders/the-library.ts';
import { addTally, TALLY } from '../../../../support/builders/toy-kind.ts';

const { material } = theCase();
const paper = caseOnPaper(material);
const of = (minutes: number) => {
  const found = paper.lengths.find(({ length }) => length === minutes);
  if (!found?.offered) throw new Error(`${minutes} minutes are not offered.`);
  return found;
};

describe('caseOnPaper', () => {
  it('plays the cut of its author, in the order of the story', () => {
    const played = of(90).plan.parts.flatMap(({ work = [], decisions = [] }) => [...work, ...decisions]);

    expect(played).toEqual(['find', 'd01', 'd03', 'd04', 'd07', 'd19']);
    expect(of(90).told).toContain('A clear answer');
    expect(of(180).told).toEqual([]);
  });

  it('shows options in the order of the case', () => {
    const first = of(180).sheet.front[0];

    expect(first?.options).toEqual(material.scenes['d01']?.options.map(({ text }) => text));
  });

  it('takes the shorter text of the author, and otherwise the first sentences', () => {
    const texts = [...of(90).sheet.front, ...of(90).sheet.back].map(({ state, text }) => [state, text] as const);

    expect(Object.fromEntries(texts)['d04']).toBe(material.workshop?.short['d04']);
    expect(material.scenes['d01']?.text.startsWith(Object.fromEntries(texts)['d01'] ?? '-')).toBe(true);
  });

  it('offers a shorter length without a cut only where the whole play leaves half', () => {
    const whole = caseOnPaper({ ...material, workshop: undefined as never });

    expect(whole.lengths.map(({ offered }) => offered)).toEqual([true, false, false]);
    expect(whole.lengths[1]).toMatchObject({ most: 45 });
  });

  it('counts as one choice an option that occurs twice under different guards', () => {
    const d01 = material.scenes['d01'];
    if (!d01) throw new Error('no d01');
    const twice = { ...d01, options: [...d01.options, ...d01.options.map((one) => ({ ...one, id: `${one.id}x` }))] };
    const doubled = caseOnPaper({ ...material, scenes: { ...material.scenes, d01: twice } });
    const [first] = doubled.lengths;

    expect(first?.offered && first.sheet.front[0]?.options).toHaveLength(d01.options.length);
  });

  it('speaks of ads only where the exercises of a case show them', () => {
    const court = caseOnPaper(theCase('scenarios/a-room-by-the-mill').material);
    const said = (one: CaseOnPaper) =>
      one.lengths.flatMap((length) => (length.offered ? runRows(one, length).map(({ say }) => say) : [])).join(' ');

    expect([paper.aboutAds, court.aboutAds]).toEqual([true, false]);
    expect(said(paper)).toMatch(/Explain no sign.*Tell false flags as persons/);
    expect(said(court)).toContain('Teams work at the screen.');
    expect(said(court)).not.toMatch(/\bsign\b|false flags/);
  });
});

describe('a case that is over in a few minutes, on paper', () => {
  let takeOut = () => {};
  beforeAll(() => {
    takeOut = addTally();
  });
  afterAll(() => takeOut());

  const { material: court } = theCase('scenarios/a-room-by-the-mill');
  const played = court.scenario.states['court'] as CompiledState;
  const states = { ...court.scenario.states, court: { ...played, kind: TALLY, brief: {} } as CompiledState };
  const scenes = Object.fromEntries(
    Object.entries(court.scenes).map(([id, scene]) => [id, { ...scene, text: 'Short.', talk: [] }]),
  );
  const lengthsWith = (workshop: Partial<Workshop>) =>
    caseOnPaper({
      ...court,
      scenes,
      scenario: { ...court.scenario, states },
      workshop: { ...(court.workshop as Workshop), cuts: [], agendas: [], ...workshop },
    }).lengths;

  it('is not drawn out to a long workshop: a shorter one is offered, and why the others are not', () => {
    const [long, middle, short] = lengthsWith({});

    expect(long).toEqual({ length: 180, offered: false, needed: expect.any(Number), least: 50 });
    expect(middle).toMatchObject({ offered: false, least: 30 });
    expect(short).toMatchObject({ offered: true });
  });

  it('is offered in a length for which its author has planned it', () => {
    const [long, middle] = lengthsWith({ cuts: [{ minutes: 180, play: [{ at: 'court', minutes: 8 }] }] });

    expect([long?.offered, middle?.offered]).toEqual([true, false]);
  });
});
