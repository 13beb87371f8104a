import { createProjectFiles } from '#kernel/node/project-files.ts';
import { caseMarketOrder } from '#library/cases/use-cases/case-market-order.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { isSought } from '#market/ads/model/actor-types.ts';
import { adsSharingPhone } from '#market/ads/model/world-state.ts';
import { ROOT } from './command/root.ts';
import { shippedLibrary } from './command/shipped-library.ts';
import { parse } from 'yaml';
const [from, to] = process.argv.slice(2).map(Number) as number[];
const library = shippedLibrary();
const files = createProjectFiles(ROOT);
const raw = parse(files.read(`scenarios/five-signs/scenario.yaml`) as string);
const profile = library.profiles.get(raw.market.profile)!;
for (let n = from!; n <= to!; n++) {
  const order = caseMarketOrder({ ...raw, states: {} } as any, profile, library, { seed: `five-signs-${n}` });
  const drawn = drawMarket(order);
  const { phone } = drawn.columns.groups;
  const hasPair = Array.from(phone).some((g, at) => g !== 0 && phone.filter((x) => x === g).length === 2 && [...phone.keys()].every((o) => phone[o] !== g || (drawn.columns.type[o] === 0)) && at >= 0);
  if (!hasPair) continue;
  const { market, truth } = generateMarket(order);
  const actorOf = new Map(truth.actors.flatMap((a) => a.ads.map((ad) => [ad, a] as const)));
  for (const t of truth.ads) {
    const actor = actorOf.get(t.ad)!;
    if (actor.type !== 'independent' || actor.ads.length !== 1 || t.possibleMinor || t.pageRatio < 4 || t.ratio >= 0.1 || t.ledger !== 'own-payout') continue;
    const signs = t.labels.filter((l) => l.kind === 'sign' && !l.at.startsWith('r:'));
    const all = t.labels.filter((l) => l.kind !== 'cue' && !l.at.startsWith('r:'));
    if (signs.length < 4 || new Set(all.map((l) => l.indicator)).size < 5 || !signs.some((l) => l.indicator === 'shared-phone')) continue;
    const sharing = adsSharingPhone(market, t.ad);
    if (sharing.length !== 2) continue;
    const other = sharing.find((s) => s !== t.ad)!;
    const o = truth.ads.find((x) => x.ad === other)!;
    const oa = actorOf.get(other)!;
    if (oa.type !== 'independent' || oa.ads.length !== 1 || o.ledger !== 'own-payout') continue;
    const ad = (id: string) => market.ads.find((a) => a.id === id)!;
    console.log(order.seed, t.ad, t.post?.name, t.groups.gender, t.pageRatio, t.ratio, '|', other, o.post?.name, o.groups.gender, '|', all.map((l) => l.indicator + '@' + l.at).join(' '), '|', ad(t.ad).title, '|', ad(other).title);
  }
}
