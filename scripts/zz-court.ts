import { createProjectFiles } from '#kernel/node/project-files.ts';
import { caseMarketOrder } from '#library/cases/use-cases/case-market-order.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { adsSharingPhone } from '#market/ads/model/world-state.ts';
import { ROOT } from './command/root.ts';
import { shippedLibrary } from './command/shipped-library.ts';
import { parse } from 'yaml';
const library = shippedLibrary();
const files = createProjectFiles(ROOT);
const WANTED: Record<string, { ads: string[]; ok: (m: any, t: any) => boolean }> = {
  'rooms-above-the-ferry': { ads: ['0304', '0320', '0333'], ok: (m, t) => names(m, t, ['0304', '0320', '0333']).size === 3 },
  'two-names-one-phone': { ads: ['0317', '0335'], ok: (m, t) => names(m, t, ['0317', '0335']).size === 2 && accounts(m, ['0317', '0335']).size === 2 },
};
const names = (m: any, t: any, ids: string[]) => new Set(ids.map((id) => t.ads.find((a: any) => a.ad === id).post?.name).filter(Boolean));
const accounts = (m: any, ids: string[]) => new Set(ids.map((id) => m.ads.find((a: any) => a.id === id).account));
for (const [id, { ads, ok }] of Object.entries(WANTED)) {
  const raw = parse(files.read(`scenarios/${id}/scenario.yaml`) as string);
  const profile = library.profiles.get(raw.market.profile)!;
  const stem = raw.market.seed.replace(/-\d+$/, '');
  let found = 0;
  for (let n = 1; n < 200000 && found < 3; n++) {
    const order = caseMarketOrder({ ...raw, states: {} } as any, profile, library, { seed: `${stem}-${n}` });
    const { columns: { groups: { phone }, persona } } = drawMarket(order);
    const at = ads.map((a) => Number(a) - 301);
    const group = phone[at[0]!]!;
    if (group === 0 || at.some((x) => phone[x] !== group) || phone.filter((x) => x === group).length !== ads.length) continue;
    if (new Set(at.map((x) => persona[x])).size !== ads.length) continue;
    const { market, truth } = generateMarket(order);
    const sharing = adsSharingPhone(market, ads[0]!);
    if (!ads.every((a) => sharing.includes(a)) || sharing.length !== ads.length || !ok(market, truth)) continue;
    found++;
    console.log(order.seed, ads.map((a) => { const t = truth.ads.find((x) => x.ad === a)!; return `${a} ${truth.actors.find((x) => x.id === t.actor)!.type} ${t.post?.name} ${t.post?.genre} ${market.ads.find((x) => x.id === a)!.account} ${t.labels.map((l) => l.indicator + '@' + l.at).join(' ')}`; }).join('\n    '));
  }
}
