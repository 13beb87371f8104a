import { createProjectFiles } from '#kernel/node/project-files.ts';
import { caseMarketOrder } from '#library/cases/use-cases/case-market-order.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { adsSharingPhone } from '#market/ads/model/world-state.ts';
import { isOnThePage } from '#market/ads/model/market.ts';
import { isSought } from '#market/ads/model/actor-types.ts';
import { ROOT } from './command/root.ts';
import { shippedLibrary } from './command/shipped-library.ts';
import { imbalancesOf } from './market/label-balance.ts';

const [id, from, to, want = '3', min = '3', first12 = ''] = process.argv.slice(2) as string[];
const library = shippedLibrary();
const files = createProjectFiles(ROOT);
const base = loadCase(files, `scenarios/${id}`, library);
const src = (() => { if (base.ok) return base.value; throw new Error('x'); });
// the source even where the case has issues
import { parseWith } from '#kernel/formats/authored/parse-with.ts';
import { parse } from 'yaml';
const text = files.read(`scenarios/${id}/scenario.yaml`) as string;
const raw = parse(text) as any;
const profile = library.profiles.get(raw.market.profile)!;
const oldSeed = raw.market.seed as string;
const key = files.read(`scenarios/${id}/key.yaml`) as string;
const oldAd = /sameActorAs: "(\d{4})"/.exec(key)?.[1];
const stem = oldSeed.replace(/-\d+$/, '');
const CONDITIONS: Record<string, (m: any, t: any, ad: string, sharing: string[]) => boolean> = {
  'two-ages': (m, t) => t.ads.some((a: any) => a.possibleMinor && a.labels[0].indicator === 'pm-age-edited'),
  'two-addresses': (m, t, ad) => {
    const a = m.ads.find((x: any) => x.id === ad);
    return /hotel/.test(a.versions.at(-1).fields.sector ?? '');
  },
  'harvest-bus': (m, t, ad) => {
    const a = m.ads.find((x: any) => x.id === ad);
    return /harvest/.test(a.versions.at(-1).fields.sector ?? '');
  },
  'after-the-visit': (m, t, ad, sharing) =>
    sharing.every((s) => !t.ads.find((x: any) => x.ad === s).labels.some((l: any) => l.indicator === 'declared-business-id')),
  'gone-by-noon': (m, t, ad) => {
    const a = m.ads.find((x: any) => x.id === ad);
    const f = a.versions.at(-1).fields;
    return (f.origin !== undefined || f.from !== undefined) && t.ads.find((x: any) => x.ad === ad).labels.some((l: any) => l.indicator === 'third-person-voice');
  },
};
const condition = CONDITIONS[id!] ?? (() => true);
let found = 0, fair = 0;
for (let n = +from!; n <= +to! && found < +want; n++) {
  const seed = `${stem}-${n}`;
  const order = { ...caseMarketOrder({ ...raw, states: {} } as any, profile, library, { seed }) };
  const drawn = drawMarket(order);
  if (imbalancesOf(drawn).length > 0) continue;
  fair++;
  const { market, truth } = generateMarket(order);
  const t12 = truth.ads.slice(0, 12);
  const c12 = t12.filter((a) => isSought(a.control));
  const know12 = c12.filter((a) => a.pageRatio >= 3);
  const look12 = t12.filter((a) => !isSought(a.control) && !a.possibleMinor && a.labels.some((l) => l.kind === 'sign' && isOnThePage(l.at)));
  if (first12 && !(c12.length >= 2 && c12.length <= 4 && know12.length >= 1 && look12.length >= 3 && t12.every((a) => !a.possibleMinor))) continue;
  for (const actor of truth.actors.filter((a) => isSought(a.control) && a.ads.length >= 3)) {
    for (const ad of actor.ads) {
      const sharing = adsSharingPhone(market, ad);
      if (sharing.length < +min! || sharing.some((s) => !actor.ads.includes(s))) continue;
      if (!condition(market, truth, ad, sharing)) continue;
      const swap = (s: string) => s.replaceAll(oldSeed, seed).replaceAll(new RegExp(`\\b${oldAd}\\b`, 'g'), ad);
      const changed = { ...files, read: (p: string) => { const r = files.read(p); return r !== undefined && p.startsWith(`scenarios/${id}/`) ? swap(r) : r; } };
      const loaded = loadCase(changed as any, `scenarios/${id}`, library);
      if (!loaded.ok) { continue; }
      console.log(seed, 'ad', ad, 'shares', sharing.join(','), 'actor', actor.ads.join(','), actor.type, 'first12', c12.length, know12.length, look12.length, 'knowable', actor.ads.map((a) => truth.ads.find((x) => x.ad === a)!.pageRatio).join(' '));
      found++;
      break;
    }
    if (found >= +want) break;
  }
}
console.log('fair', fair);
