import { generateMarket } from '#market/generator/model/generate-market.ts';
import { caseMarketOrder } from '#library/cases/use-cases/case-market-order.ts';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { parse } from 'yaml';
import { ROOT } from './command/root.ts';
import { shippedLibrary } from './command/shipped-library.ts';
const l = shippedLibrary();
const files = createProjectFiles(ROOT);
const [id, seed, ...ads] = process.argv.slice(2) as string[];
const raw = parse(files.read(`scenarios/${id}/scenario.yaml`) as string);
const order = caseMarketOrder({ ...raw, states: {} } as any, l.profiles.get(raw.market.profile)!, l, { seed: seed! });
const { market, truth } = generateMarket(order, { records: true });
console.log('cards', truth.ads.filter((a) => a.possibleMinor).map((a) => `${a.ad} ${a.labels[0]!.indicator}`));
const actorOf = new Map(truth.actors.flatMap((a) => a.ads.map((ad) => [ad, a] as const)));
for (const n of ads) { const ad = market.ads.find((a) => a.id === n)!; const t = truth.ads.find((a) => a.ad === n)!;
 console.log('---', n, actorOf.get(n)!.type, actorOf.get(n)!.ads.join(','), 'page', t.pageRatio, 'all', t.ratio, t.ledger, JSON.stringify(t.post)); console.log(ad.title, '|', ad.versions.at(-1)?.sentences.join(' / ')); console.log(JSON.stringify(ad.versions.at(-1)?.fields)); console.log(t.labels.map((x) => x.indicator + '@' + x.at).join(' ')); if (ad.comments) console.log(ad.comments.map((c) => `${c.by}: ${c.text}`).join(' | ')); }
