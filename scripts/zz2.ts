import { namesInTitles } from '#kinds/ledger/model/ledger-cast.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { shippedLibrary } from './command/shipped-library.ts';
const l = shippedLibrary();
for (const id of ['REG','BUY','TPC','PRO'] as const) {
let n=0, right=0, none=0, wrong: string[] = [];
for (const s of ['a','b','c','d']) {
const { market } = generateMarket({ ...l, profile: l.profiles.get(id)!, size: 'mini', prevalence: 'PRACTICE', seed: s, until: '2031-03-12T09:00:00Z' } as any);
const names = namesInTitles(market.ads);
const set = new Set(l.lexicon.names);
for (const ad of market.ads) { const w = names.get(ad.id); n++; if (w === undefined) none++; else if (set.has(w)) right++; else wrong.push(`${w} <- ${ad.title}`); }
}
console.log(id, n, right, none, wrong.slice(0, 12));
}
