import type { Table } from '#case/reference-players/use-cases/table.ts';
import { type DetectionAction, NEXT_STEPS } from '#kinds/detection/model/play.ts';
import { freeMark } from '#kinds/detection/model/stretch.ts';
import { readHonestly } from '#kinds/detection/use-cases/honest-reader.ts';
import { detectAsOracle } from '#kinds/detection/use-cases/players.ts';
import { placesOfAd } from '#market/ads/model/page-places.ts';
import { BANDS } from '#market/signs/model/bands.ts';
import { type Chances, drawSlips, slipped } from './chances.ts';

const ANSWERS = [...BANDS, 'unknown'] as const;
const CERTAINTIES = [1, 2, 3] as const;
/** So many ads of a large market are read at random. */
const MAX_READ = 60;

/** What a random player does in a detection exercise. */
export function randomFinds(table: Table, draw: Chances): DetectionAction[] {
  const slips = drawSlips(draw);
  const known = draw.often(50) ? detectAsOracle(table) : readHonestly(table);
  const most = draw.often(70) ? known.slice(0, 200) : known;
  const acts = slipped(most, slips, draw).map((act): DetectionAction => {
    if (act.type !== 'ad.judged' || !draw.often(slips.spoil)) return act;
    return { ...act, band: draw.one(ANSWERS) };
  });
  const read = draw.often(60) ? [...acts, ...readAtRandom(table, draw)] : acts;
  return draw.often(8) ? [...read, ...flagByLabel(table, draw)] : read;
}

/** Flags who shows one value of a label and leaves all others alone: a gap between groups that chance does not make. */
function flagByLabel({ answers: { truth }, material: { market } }: Table, draw: Chances): DetectionAction[] {
  const label = draw.one(['languages', 'origin', 'gender'] as const);
  // Of several languages a group goes by the first one.
  const shown = new Map(market.ads.map((ad) => [ad.id, ad.versions.at(-1)?.fields[label]?.split(', ')[0]]));
  const values = [...shown.values()].filter((value) => value !== undefined);
  if (values.length === 0) return [];
  const value = draw.one(values);
  return truth.ads.flatMap(({ ad, possibleMinor }): DetectionAction[] =>
    possibleMinor
      ? []
      : [{ type: 'ad.judged', ad, band: shown.get(ad) === value ? 'prioritise' : 'none', certainty: 2 }],
  );
}

function readAtRandom(
  { answers: { truth, catalogue }, material: { market } }: Table,
  draw: Chances,
): DetectionAction[] {
  const ads = draw.mixed(truth.ads).slice(0, draw.int(Math.min(MAX_READ, truth.ads.length) + 1));
  const signs = [...catalogue.keys()];
  const shown = new Map(market.ads.map((ad) => [ad.id, ad]));
  return ads.flatMap(({ ad, labels, possibleMinor }): DetectionAction[] => {
    if (possibleMinor) return [{ type: draw.one(['card.escalated', 'card.logged'] as const), ad }];
    const page = shown.get(ad);
    const text = page?.versions.at(-1)?.sentences.join(' ') ?? '';
    const places = page ? placesOfAd(page) : [];
    const anyPlace = () => {
      const from = draw.int(Math.max(1, text.length - 1));
      return draw.often(50) ? draw.one(places) : freeMark(from, from + 1 + draw.int(80));
    };
    const onLabels = draw.some(labels, 50).map(({ at, indicator }) => ({
      type: 'ad.marked' as const,
      ad,
      at: draw.often(70) ? at : anyPlace(),
      indicator: draw.often(80) ? indicator : draw.one(signs),
    }));
    const anywhere = draw
      .some([1, 2, 3], 20)
      .map(() => ({ type: 'ad.marked' as const, ad, at: anyPlace(), indicator: draw.one(signs) }));
    const marks = [...onLabels, ...anywhere].filter(({ at }) => !at.startsWith('r:'));
    const judge = (): DetectionAction => ({
      type: 'ad.judged',
      ad,
      band: draw.one(ANSWERS),
      certainty: draw.one(CERTAINTIES),
      ...(draw.often(60) && { next: draw.one(NEXT_STEPS) }),
    });
    return [
      { type: 'ad.opened', ad },
      ...marks,
      ...draw.some(marks, 15).map((mark) => ({ ...mark, type: 'ad.unmarked' as const })),
      ...(draw.often(80) ? [judge()] : []),
      ...(draw.often(10) ? [judge()] : []),
    ];
  });
}
