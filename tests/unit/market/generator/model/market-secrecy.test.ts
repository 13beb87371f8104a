import { describe, expect, it } from 'vitest';
import { toEpoch } from '#kernel/model/instant.ts';
import { isSought } from '#market/ads/model/actor-types.ts';
import type { AdRecords } from '#market/ads/model/ad-records.ts';
import { type Ad, FIELD_NAMES, type FieldName } from '#market/ads/model/market.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { typeAt } from '#market/generator/model/drawn-market.ts';
import { areaUnderCurve } from '../../../../support/area-under-curve.ts';
import { aMarket, anOrder, NOW, openAds, seeds, standing } from '../../../../support/builders/a-market.ts';
import { LIBRARY, PROFILE } from '../../../../support/builders/the-library.ts';
import { openIn } from '../../../../support/market/drawn.ts';

interface Seen {
  readonly ad: Ad;
  readonly place: number;
  readonly controlled: boolean;
  /** How many signs, cues and traps the text has. */
  readonly said: number;
  /** How many sentences look as if they showed something. */
  readonly looks: number;
  /** True if a whole text is a sign: it is in the third person, or of a template. */
  readonly isWhole: boolean;
  /** The sentences that show nothing. */
  readonly plain: readonly string[];
}

/** All open ads of a field market with the place in its list, and whether they are controlled. */
function seenIn(seed: string): Seen[] {
  const drawn = drawMarket(anOrder({ size: 'field', prevalence: 'FIELD', share: 6, seed }));
  return openIn(drawn).map((place) => {
    const ad = drawn.ad(place);
    const labels = drawn.said(place);
    const inText = new Set(labels.map(({ at }) => at).filter((at) => at.startsWith('s')));
    return {
      ad,
      place,
      controlled: typeAt(drawn.columns, place) === 'controlled',
      said: inText.size,
      looks: drawn.likes(place).length,
      isWhole:
        labels.some(({ indicator }) => indicator === 'third-person-voice') ||
        drawn.columns.groups.template[place] !== 0,
      plain: standing(ad).sentences.filter((_, n) => !inText.has(`s${n + 1}`)),
    };
  });
}

const LEARNED = seeds('learned', 50).map(seenIn);
const HELD_OUT = seeds('held out', 50).map(seenIn);

/** Fields that a page may lack without any sign being behind it. */
const OPTIONAL: readonly FieldName[] = ['hours', 'room', 'picture', 'payment', 'origin', 'languages'];

/** Features that must not be predictive: id, place, order of fields, missing fields, minute and second of posting. */
function featuresOf({ ad, place }: Seen): number[] {
  const digits = ad.id.padStart(4, '0').slice(-4).split('').map(Number);
  const fields = ad.versions.at(-1)?.fields ?? {};
  const order = Object.keys(fields).map((name) => FIELD_NAMES.indexOf(name as FieldName));
  return [
    ...digits,
    Number(ad.id),
    place,
    order.filter((rank, n) => n > 0 && rank < (order[n - 1] ?? 0)).length,
    order[0] ?? -1,
    order.at(-1) ?? -1,
    ...OPTIONAL.map((name) => Number(fields[name] === undefined)),
    Number(ad.postedAt.slice(14, 16)),
    Number(ad.postedAt.slice(17, 19)),
    Number(ad.postedAt.slice(18, 19)),
  ];
}

/** Learns by logistic regression (gradient descent, both sides weighing the same) and returns how it ranks a new ad. */
function learn(ads: readonly Seen[], featuresIn: (ad: Seen) => number[]): (ad: Seen) => number {
  const raw = ads.map(featuresIn);
  const width = raw[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, n) => raw.map((row) => row[n] as number));
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / ads.length);
  const spreads = columns.map((column, n) => {
    const mean = means[n] as number;
    return Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / ads.length) || 1;
  });
  const scaled = (row: readonly number[]) =>
    row.map((value, n) => (value - (means[n] as number)) / (spreads[n] as number));
  const rows = raw.map(scaled);
  const mine = ads.filter(({ controlled }) => controlled).length;
  const weights = new Float64Array(width);
  const dot = (row: readonly number[]) => row.reduce((sum, value, n) => sum + value * (weights[n] as number), 0);
  for (let round = 0; round < 60; round++) {
    const slope = new Float64Array(width);
    ads.forEach(({ controlled }, at) => {
      const row = rows[at] as number[];
      const chance = 1 / (1 + Math.exp(-dot(row)));
      const error = controlled ? (1 - chance) / mine : -chance / (ads.length - mine);
      for (let n = 0; n < width; n++) slope[n] = (slope[n] as number) + error * (row[n] as number);
    });
    for (let n = 0; n < width; n++) weights[n] = (weights[n] as number) + 0.5 * (slope[n] as number);
  }
  return (ad) => dot(scaled(featuresIn(ad)));
}

/** ROC area of a classifier trained on fifty markets, on fifty others. */
function areaOf(learned: readonly Seen[][], heldOut: readonly Seen[][], featuresIn: (ad: Seen) => number[]): number {
  const worth = learn(learned.flat(), featuresIn);
  const ads = heldOut.flat();
  return areaUnderCurve(
    ads.filter(({ controlled }) => controlled).map(worth),
    ads.filter(({ controlled }) => !controlled).map(worth),
  );
}

const sentencesOf = (ad: Ad) => ad.versions.at(-1)?.sentences.length ?? 0;

/**
 * How well a value tells controlled ads from others that say equally many things, as a ROC area: whoever says more has
 * less room for anything else, and how much is said tells what the signs tell.
 */
function amongEquals(ads: readonly Seen[], value: (ad: Seen) => number): number {
  let [area, all] = [0, 0];
  for (const [, equals] of Map.groupBy(ads, ({ said }) => said)) {
    const values = (controlled: boolean) => equals.filter((one) => one.controlled === controlled).map(value);
    const [mine, others] = [values(true), values(false)];
    if (mine.length === 0 || others.length === 0) continue;
    area += areaUnderCurve(mine, others) * mine.length;
    all += mine.length;
  }
  return area / all;
}

/** The same ads under ids in the order of the truth: what must never happen. */
function leaking(ads: readonly Seen[]): Seen[] {
  const sorted = ads.toSorted((a, b) => Number(b.controlled) - Number(a.controlled));
  return sorted.map((seen, place) => ({
    ...seen,
    place,
    ad: { ...seen.ad, id: String(301 + place).padStart(4, '0') },
  }));
}

describe('only signs disclose the actor of an ad', () => {
  it('neither id, place, order of fields, missing fields nor the minute and second of posting', () => {
    expect(Math.abs(areaOf(LEARNED, HELD_OUT, featuresOf) - 0.5)).toBeLessThanOrEqual(0.03);
  });

  it('nor the length of what shows nothing, the number of sentences or of look-alikes', () => {
    const ads = HELD_OUT.flat();
    const lengthOf = ({ plain }: Seen) => plain.join(' ').length;

    for (const value of [lengthOf, ({ ad }: Seen) => sentencesOf(ad), ({ looks }: Seen) => looks])
      expect(Math.abs(amongEquals(ads, value) - 0.5)).toBeLessThanOrEqual(0.03);
    expect(amongEquals(ads, (ad) => lengthOf(ad) + (ad.controlled ? 60 : 0)) - 0.5).toBeGreaterThan(0.05);
  });

  it('nor the numbers of accounts, telephones, pictures, rooms and payments', () => {
    const number = (text: string | undefined) => Number((text ?? '').replaceAll(/\D/g, '').slice(-4) || 5000);
    const features = ({ ad }: Seen) => {
      const { phone, picture, room, payment } = ad.versions.at(-1)?.fields ?? {};
      return [ad.account, phone, picture?.split(',')[0], room?.split(':')[0], payment].map(number);
    };

    expect(Math.abs(areaOf(LEARNED, HELD_OUT, features) - 0.5)).toBeLessThanOrEqual(0.03);
  });

  it('and the test detects ids in the order of the truth', () => {
    expect(areaOf(LEARNED.map(leaking), HELD_OUT.map(leaking), featuresOf)).toBeGreaterThan(0.9);
  });

  it('nor how long ago it was posted, how often renewed, whether edited', () => {
    const features = ({ ad }: Seen) => [toEpoch(NOW) - toEpoch(ad.postedAt), ad.renewals, ad.versions.length];

    expect(Math.abs(areaOf(LEARNED, HELD_OUT, features) - 0.5)).toBeLessThanOrEqual(0.03);
  });
});

describe('only the content of records discloses the actor of an ad', () => {
  /** How things are called in the records of an ad: every number taken out, each way of writing once. */
  const waysOfWriting = ({ account, payer, fees, wallet, ledger, phones, moderation }: AdRecords) => {
    const names = [account.device, payer, fees, wallet, ...phones, ...moderation.map(({ action }) => action)];
    const ends = ledger.flatMap(({ from, to, note }) => [from, to, note ?? '']);
    return [...names, ...ends].map((name) => name.replaceAll(/\d/g, '0'));
  };

  it('not the name of an account that receives money', () => {
    const written = { sought: new Set<string>(), others: new Set<string>() };
    for (const seed of seeds('records', 4)) {
      const { market, truth } = aMarket({ size: 'field', seed }, { records: true });
      const control = new Map(truth.ads.map((entry) => [entry.ad, entry.control]));
      for (const { id, records } of market.ads)
        for (const way of records ? waysOfWriting(records) : [])
          written[isSought(control.get(id)) ? 'sought' : 'others'].add(way);
    }
    expect([...written.sought].toSorted()).toEqual([...written.others].toSorted());
  });

  it('nor several wallets paying into one account, as houses and shared tills do too and keep less of it', () => {
    const shares = { sought: [] as number[], others: [] as number[] };
    for (const seed of seeds('one account', 4)) {
      const { market, truth } = aMarket({ size: 'field', seed }, { records: true });
      const control = new Map(truth.ads.map((entry) => [entry.ad, entry.control]));
      const payers = new Map<string, Set<string>>();
      const flows = market.ads.flatMap(({ id, records }) => (records ? [{ id, ...records }] : []));
      const paidTo = ({ ledger, wallet }: AdRecords) =>
        ledger.filter(({ from }) => from === wallet).map(({ to }) => to);
      for (const flow of flows)
        for (const to of paidTo(flow)) payers.set(to, (payers.get(to) ?? new Set()).add(flow.wallet));
      for (const flow of flows.filter((one) => paidTo(one).some((to) => (payers.get(to)?.size ?? 0) > 1))) {
        const sum = (holds: (from: string) => boolean) =>
          flow.ledger.filter(({ from }) => holds(from)).reduce((all, { sim }) => all + sim, 0);
        const share = sum((from) => from === flow.wallet) / sum((from) => from !== flow.wallet);
        shares[isSought(control.get(flow.id)) ? 'sought' : 'others'].push(share);
      }
    }
    const swept = (of: readonly number[]) => of.filter((share) => share > 0.6).length / of.length;
    expect(shares.others.length).toBeGreaterThan(shares.sought.length / 2);
    expect(swept(shares.sought)).toBeGreaterThan(5 * swept(shares.others));
  });
});

describe('unlabelled text', () => {
  /** Words and pairs of words of the sentences that show nothing. */
  function gramsOf({ plain }: Seen): Set<string> {
    const grams = new Set<string>();
    for (const sentence of plain) {
      const words = sentence.toLowerCase().match(/[a-z']+/g) ?? [];
      for (const [n, word] of words.entries()) grams.add(word).add(`${words[n - 1] ?? ''} ${word}`);
    }
    return grams;
  }

  /** How well a reader ranks new ads who has counted which words controlled ads have more often (naive Bayes). */
  function areaOfWords(of: (ad: Seen) => Set<string>, sets: readonly Seen[][][] = [LEARNED, HELD_OUT]): number {
    const [learned, heldOut] = sets.map((markets) =>
      markets.flat().filter(({ isWhole, said }) => !isWhole && said > 0 && said < 5),
    ) as [Seen[], Seen[]];
    const counts = new Map<string, [number, number]>();
    const totals: [number, number] = [0, 0];
    for (const ad of learned) {
      const side = ad.controlled ? 0 : 1;
      totals[side] += 1;
      for (const gram of of(ad)) {
        const count = counts.get(gram) ?? [0, 0];
        counts.set(gram, count);
        count[side] += 1;
      }
    }
    return amongEquals(heldOut, (ad) =>
      [...of(ad)].reduce((sum, gram) => {
        const [mine, others] = counts.get(gram) ?? [0, 0];
        if (mine + others < 30) return sum;
        return sum + Math.log(((mine + 1) / (totals[0] + 2)) * ((totals[1] + 2) / (others + 1)));
      }, 0),
    );
  }

  it('has the same words in controlled ads as in others', () => {
    // Ads of a few networks are compared in fifty markets, and alone they are often 0.05 off: so four times fifty.
    const areas = ['', ' 2', ' 3', ' 4'].map((n) =>
      areaOfWords(
        gramsOf,
        n === '' ? undefined : ['learned', 'held out'].map((set) => seeds(`${set}${n}`, 50).map(seenIn)),
      ),
    );
    expect(Math.abs(areas.reduce((sum, area) => sum + area, 0) / areas.length - 0.5)).toBeLessThanOrEqual(0.03);
  });

  it('and the test detects a habit that controlled ads alone have', () => {
    const leaking = (ad: Seen) => (ad.controlled && ad.place % 3 === 0 ? gramsOf(ad).add('a habit') : gramsOf(ad));

    expect(areaOfWords(leaking)).toBeGreaterThan(0.6);
  });

  const ADS = seeds('plain', 40).flatMap((seed) => openAds(aMarket({ size: 'field', prevalence: 'FIELD', seed })));
  const values = [...LIBRARY.lexicon.names, ...PROFILE.towns.map(({ name }) => name)];
  const pattern = new RegExp(`\\b(${values.join('|')})\\b`, 'g');
  const nameless = (text: string) => text.replaceAll(pattern, '·').replaceAll(/\d+/g, '0');
  it('has the same titles, each about as often', () => {
    const sharesOf = (type: string) => {
      const titles = ADS.filter((one) => one.type === type).map(({ ad }) => nameless(ad.title));
      const counts = [...Map.groupBy(titles, (title) => title)];
      return new Map(counts.map(([title, same]) => [title, same.length / titles.length]));
    };
    const [mine, others] = [sharesOf('controlled'), sharesOf('independent')];

    expect([...mine.keys()].filter((title) => others.has(title)).length).toBeGreaterThan(50);
    for (const title of new Set([...mine.keys(), ...others.keys()]))
      expect(Math.abs((mine.get(title) ?? 0) - (others.get(title) ?? 0)), title).toBeLessThan(0.03);
  });
});
