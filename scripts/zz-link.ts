import { createProjectFiles } from '#kernel/node/project-files.ts';
import { caseMarketOrder } from '#library/cases/use-cases/case-market-order.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { isSought } from '#market/ads/model/actor-types.ts';
import { ROOT } from './command/root.ts';
import { shippedLibrary } from './command/shipped-library.ts';
import { parse } from 'yaml';
const [id, from, to, records] = process.argv.slice(2) as string[];
const library = shippedLibrary();
const files = createProjectFiles(ROOT);
const raw = parse(files.read(`scenarios/${id}/scenario.yaml`) as string);
const profile = library.profiles.get(raw.market.profile)!;
const stem = raw.market.seed.replace(/-\d+$/, '');
const best: { score: number; text: string }[] = [];
for (let n = +from!; n <= +to!; n++) {
  const order = caseMarketOrder({ ...raw, states: {} } as any, profile, library, { seed: `${stem}-${n}` });
  const { truth } = generateMarket(order, { records: true });
  const actorOf = new Map(truth.actors.flatMap((a) => a.ads.map((ad) => [ad, a] as const)));
  const seen = (l: any) => records || !l.at.startsWith('r:');
  const peersOf = (ad: string, own: boolean) => new Set(truth.ads.find((t) => t.ad === ad)!.labels.filter(seen).flatMap((l) => l.peers).filter((p) => (actorOf.get(p) === actorOf.get(ad)) === own));
  const nets = truth.actors.filter((a) => isSought(a.control));
  if (nets.length !== 2) continue;
  // each network: connected by what can be seen
  const connected = nets.map((a) => a.ads.filter((ad) => peersOf(ad, true).size > 0).length);
  const duo = truth.actors.filter((a) => a.type === 'duo' && a.ads.length === 3)[0];
  if (!duo || duo.ads.some((ad) => peersOf(ad, true).size === 0)) continue;
  const agency = truth.actors.find((a) => a.type === 'agency')!;
  const indep = truth.actors.filter((a) => a.type === 'independent').flatMap((a) => a.ads).filter((ad) => [...peersOf(ad, false)].some((p) => actorOf.get(p)!.type === 'independent'));
  const bridged = nets.flatMap((a) => a.ads).filter((ad) => [...peersOf(ad, false)].length > 0).length;
  const moneyOnly = nets.some((a) => a.ads.every((ad) => ![...truth.ads.find((t) => t.ad === ad)!.labels].some((l) => !l.at.startsWith('r:') && l.peers.length > 0)));
  const score = indep.length + (connected[0] === nets[0]!.ads.length ? 2 : 0) + (connected[1] === nets[1]!.ads.length ? 2 : 0) + Math.min(2, bridged) + (records && moneyOnly ? 4 : 0);
  best.push({ score, text: `${order.seed} indep ${indep.join(' ')} nets ${nets.map((a) => `${a.tone}:${a.ads.join('+')}`).join(' ')} connected ${connected} duo ${duo.ads} agency ${agency.ads} bridged ${bridged} moneyOnly ${moneyOnly}` });
}
best.sort((a, b) => b.score - a.score);
for (const b of best.slice(0, 6)) console.log(b.score, b.text);
