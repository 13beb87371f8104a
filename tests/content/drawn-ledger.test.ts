import { describe, expect, it } from 'vitest';
import { briefOf } from '#case/language/model/compiled-scenario.ts';
import { balanceOf, flowsOf } from '#kinds/ledger/model/flows.ts';
import { namesInTitles } from '#kinds/ledger/model/ledger-cast.ts';
import { ledgerOf } from '#kinds/ledger/model/ledger-of.ts';
import type { LedgerBrief } from '#kinds/ledger/model/schemas.ts';
import { traceMoney } from '#kinds/ledger/model/trace-money.ts';
import { theCase } from '../support/builders/the-library.ts';

const { material, answers } = theCase('scenarios/which-way-the-rent-went');
const { market, scenario, source } = material;
const { truth } = answers;
const ledger = ledgerOf('drawn', market, truth);
const { book } = ledger;
const texts = JSON.stringify(source.states);
const inNumbers = (sim: number) => `SIM ${sim.toLocaleString('en')}`;

const holderOf = (id: string) => book.accounts.find((account) => account.id === id)?.holder ?? '';
const idOf = (holder: string) => book.accounts.find((account) => account.holder === holder)?.id ?? '';
const nameIn = (holder: string) => holder.replace(/-\d+$/, '');
const names = namesInTitles(truth.ads);
const adsOf = (name: string) => market.ads.filter(({ id }) => names.get(id) === name).map(({ id }) => id);
const actorsOf = (name: string) => truth.actors.filter(({ ads }) => ads.some((ad) => names.get(ad) === name));
const labelsOf = (name: string) => adsOf(name).map((id) => truth.ads.find(({ ad }) => ad === id)?.ledger);
const flow = (id: string) => {
  const found = flowsOf(book).find(({ account }) => account === id);
  return found ?? expect.fail(`No payment of ${id}.`);
};
const partsOf = (part: string) => ledger.truth.accounts.filter((account) => account.part === part);

describe('the case with a drawn ledger', () => {
  it('plays the payments that are drawn from its own market, and says nothing of the other half', () => {
    const brief = briefOf(scenario, 'ledger') as unknown as LedgerBrief;

    expect(brief.ledger).toBe('drawn');
    expect(brief.book).toEqual(book);
    expect(JSON.stringify(brief.book)).not.toMatch(/"(?:rules?|part|taker|earner|reading)"/);
  });

  it('names every ad of each holder who has one, and no other ad', () => {
    const listed = book.accounts
      .map(({ holder }) => nameIn(holder))
      .filter((name) => adsOf(name).length > 0)
      .map((name) => ({ name, ads: adsOf(name) }));
    const briefing = texts.match(/"briefing":.*?"next"/)?.[0] ?? '';

    expect(listed.length).toBe(10);
    for (const { name } of listed) expect(briefing).toContain(name);
    expect([...new Set(briefing.match(/\b0\d{3}\b/g))].toSorted()).toEqual(listed.flatMap(({ ads }) => ads).toSorted());
  });

  it('takes from persons of one network, whose ads have the same said of their money', () => {
    const taken = partsOf('harmed').map(({ account }) => nameIn(holderOf(account)));
    const actors = new Set(taken.flatMap(actorsOf).map(({ id }) => id));

    expect(taken.toSorted()).toEqual(['Lior', 'Ona', 'Ziva']);
    expect(actors.size).toBe(1);
    expect(taken.flatMap(actorsOf).map(({ control }) => control)).toEqual(['controlled', 'controlled', 'controlled']);
    expect(new Set(labelsOf('Lior'))).toEqual(new Set(['swept']));
    expect(new Set([...labelsOf('Ona'), ...labelsOf('Ziva')])).toEqual(new Set(['partly-collected']));
  });

  it('explains by an ordinary reason only people whose ads are of that sort', () => {
    const types = (reading: string) =>
      new Set(
        partsOf('innocent')
          .filter((account) => account.reading === reading)
          .flatMap(({ account }) => actorsOf(nameIn(holderOf(account))))
          .map(({ type }) => type),
      );

    expect(types('licensed-house')).toEqual(new Set(['agency']));
    expect(types('family')).toEqual(new Set(['independent']));
    expect(types('shared-costs')).toEqual(new Set(['duo']));
    expect(actorsOf('Timo').map(({ type }) => type)).toEqual(['scammer']);
  });

  it('tells sums that are those of the payments', () => {
    const [ona, savings, own, shop] = [
      'Ona-98',
      'Isla-13, savings',
      'Isla-13',
      'Print shop Orvel, holder Sorin-58',
    ].map((holder) => flow(idOf(holder)));
    const stands = [ona, savings, own, shop].map((one) => one && balanceOf(one));

    expect(stands).toEqual([20, 1230, 804, 1280]);
    for (const sim of [ona?.in ?? 0, 1230, 804, 1280]) expect(texts).toContain(inNumbers(sim));
    expect(JSON.stringify(answers.key.decisions)).toContain(inNumbers(traceMoney(ledger).gross));
    expect(book.payments.at(-1)).toMatchObject({ at: '2031-04-14T11:10Z', to: idOf('Isla-13, savings'), sim: 290 });
  });

  it('says of the house what its payments show', () => {
    const house = idOf('House Wren, Norvelane');
    const out = book.payments.filter(({ from }) => from === house);

    expect(book.payments.filter(({ to }) => to === house)).toHaveLength(6);
    expect(new Set(out.map(({ to }) => holderOf(to)))).toEqual(new Set(['Lia-41', 'Reka-95', 'Lela-23']));
    expect(out.every(({ text }) => text === 'payout 70, receipt no.')).toBe(true);
    expect(out.find(({ to }) => holderOf(to) === 'Lia-41')?.at.slice(0, 10)).toBe('2031-03-08');
  });
});
