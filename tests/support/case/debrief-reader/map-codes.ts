import { simulateSecondCoder } from '#kinds/mapping/model/simulate-second-coder.ts';
import { type Readers, type Truth, truth } from './attempt.ts';
import type { ReadMap } from './map.ts';

type Codes = ReadonlyMap<string, readonly string[]>;

/** The state of the coding at the end of the log. */
interface Coded {
  readonly asked: number;
  readonly sample: readonly string[];
  /** Coded ads of the sample, with the codes at the time of comparison. */
  readonly first: Codes;
  readonly second: Codes;
  readonly compared: boolean;
  /** Settled answers, by ad and sign. */
  readonly settled: ReadonlyMap<string, boolean>;
  readonly signs: readonly string[];
}

const answer = (ad: string, sign: string) => `${ad} ${sign}`;

const read = new WeakMap<ReadMap, Coded | undefined>();

function codedIn(map: ReadMap): Coded | undefined {
  if (!read.has(map)) read.set(map, readCodes(map));
  return read.get(map);
}

function readCodes({ acts, coding, attempt }: ReadMap): Coded | undefined {
  if (!coding) return undefined;
  let sample: string[] = [];
  let compared = false;
  const codes = new Map<string, readonly string[]>();
  const settled = new Map<string, boolean>();
  for (const act of acts) {
    if (act.type === 'sample.drawn' && !compared) {
      sample = [...new Set(act.ads)];
      for (const ad of [...codes.keys()]) if (!sample.includes(ad)) codes.delete(ad);
    }
    if (act.type === 'ad.coded' && !compared && sample.includes(act.ad)) codes.set(act.ad, act.signs);
    if (act.type === 'codes.compared' && sample.length > 0 && sample.every((ad) => codes.has(ad))) compared = true;
    if (act.type === 'code.settled' && compared && sample.includes(act.ad))
      settled.set(answer(act.ad, act.sign), act.present);
  }
  const open = new Set(attempt.answers.truth.ads.filter(({ possibleMinor }) => !possibleMinor).map(({ ad }) => ad));
  const first = new Map(
    sample.flatMap((ad) => (codes.has(ad) && open.has(ad) ? [[ad, codes.get(ad) ?? []] as const] : [])),
  );
  const second = new Map(Object.entries(simulateSecondCoder(attempt.answers.truth, coding.signs)));
  return { asked: coding.sample, sample, first, second, compared, settled, signs: coding.signs };
}

/** Every answer that both coders gave: whether the first and the second saw the sign on the ad. */
const answersIn = ({ first, second, signs }: Coded) =>
  [...first].flatMap(([ad, own]) =>
    signs.map((sign) => ({ ad, sign, one: own.includes(sign), two: second.get(ad)?.includes(sign) ?? false })),
  );

/** Cohen's kappa; undefined if the codes were not compared, or no sign was named. */
function kappaOf(coded: Coded): number | undefined {
  const answers = answersIn(coded);
  if (!coded.compared || !answers.some(({ one, two }) => one || two)) return undefined;
  const share = (holds: (entry: (typeof answers)[number]) => boolean) => answers.filter(holds).length / answers.length;
  const [one, two] = [share((entry) => entry.one), share((entry) => entry.two)];
  const agreed = share((entry) => entry.one === entry.two);
  const byChance = one * two + (1 - one) * (1 - two);
  return byChance === 1 ? Number(agreed === 1) : (agreed - byChance) / (1 - byChance);
}

/** Ads on which the settled codes and the pages differ about a sign. */
function wrongCodes(coded: Coded, { attempt }: ReadMap, sign: string, isShown: boolean): string[] {
  return [...coded.first].flatMap(([ad, own]) => {
    const labels = attempt.truthOf(ad)?.labels ?? [];
    const shows = labels.some(({ indicator, at }) => indicator === sign && !at.startsWith('r:'));
    const says = coded.settled.get(answer(ad, sign)) ?? own.includes(sign);
    return shows === isShown && says !== isShown ? [ad] : [];
  });
}

const ofCodes = (say: (coded: Coded, map: ReadMap) => readonly Truth[]) => (map: ReadMap) => {
  const coded = codedIn(map);
  return coded ? say(coded, map) : [];
};

const STEPS = { strong: 0.8, good: 0.6, middling: 0.4, weak: 0.2, none: Number.NEGATIVE_INFINITY } as const;

/** Tolerance for rounding errors. */
const EPSILON = 1e-9;
const agreed = (name: keyof typeof STEPS) =>
  ofCodes((coded) => {
    const kappa = kappaOf(coded);
    if (kappa === undefined) return [];
    const reached = Object.entries(STEPS).find(([, from]) => kappa >= from - EPSILON)?.[0];
    const text = Math.abs(kappa).toFixed(2);
    const params = { kappa: kappa < 0 && Number(text) > 0 ? `−${text}` : text, count: coded.first.size };
    return truth(reached === name, { params });
  });

const wrong = (isShown: boolean) =>
  ofCodes((coded, map) =>
    coded.signs.flatMap((sign) => {
      const ads = wrongCodes(coded, map, sign, isShown);
      return truth(ads.length > 0, { params: { sign, count: ads.length, ads: ads.join(', ') } });
    }),
  );

const differing = (coded: Coded) => (coded.compared ? answersIn(coded).filter(({ one, two }) => one !== two) : []);

/** Sentences about the codes of a map. */
export const CODE_READERS: Readers<ReadMap> = {
  'codes.undrawn': ofCodes(({ sample }) => truth(sample.length === 0)),
  'codes.nobody': ofCodes(({ sample, first }) => truth(sample.length > 0 && first.size === 0)),
  'codes.count': ofCodes(({ sample, first }) =>
    truth(first.size > 0, { params: { n: first.size, of: sample.length } }),
  ),
  'codes.small': ofCodes(({ sample, asked }) =>
    truth(sample.length > 0 && sample.length < asked, { params: { n: sample.length, of: asked } }),
  ),
  'codes.alone': ofCodes(({ first, compared }) => truth(first.size > 0 && !compared)),
  'codes.unseen': ofCodes((coded) => truth(coded.compared && !answersIn(coded).some(({ one, two }) => one || two))),
  'codes.agreed.strong': agreed('strong'),
  'codes.agreed.good': agreed('good'),
  'codes.agreed.middling': agreed('middling'),
  'codes.agreed.weak': agreed('weak'),
  'codes.agreed.none': agreed('none'),
  'codes.enough': ofCodes((coded) => truth((kappaOf(coded) ?? -1) >= STEPS.good - EPSILON)),
  'codes.low': ofCodes((coded) => truth((kappaOf(coded) ?? 1) < STEPS.good - EPSILON)),
  'codes.same': ofCodes((coded) => truth(coded.compared && differing(coded).length === 0)),
  'codes.settled': ofCodes((coded) => {
    const open = differing(coded);
    const n = open.filter(({ ad, sign }) => coded.settled.has(answer(ad, sign))).length;
    return truth(open.length > 0, { params: { n, of: open.length } });
  }),
  'map.code.missed': wrong(true),
  'map.code.wrong': wrong(false),
  'map.code.right': ofCodes((coded, map) => {
    const isRight = coded.signs.every((sign) =>
      [true, false].every((isShown) => wrongCodes(coded, map, sign, isShown).length === 0),
    );
    return truth(coded.first.size > 0 && isRight, { params: { count: coded.first.size } });
  }),
};
