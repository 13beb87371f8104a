import { deriveMap } from '#core/mapping/derive-map.ts';
import type { MappingAction } from '#core/mapping/play.ts';
import type { Table } from './table.ts';

const keyOf = ({ material: { market }, answers }: Table) => deriveMap(answers.truth, market, answers.owners);

/** Registers every site with owner, mirror and volume, marks the copies, and puts the most pressing site first. */
export function mapAsOracle(table: Table): MappingAction[] {
  const { sites, copies } = keyOf(table);
  const pressing = sites.filter(({ relevance }) => relevance > 0).sort((a, b) => b.relevance - a.relevance);
  return [
    ...sites.flatMap(({ site, owner, mirrorOf, volume }): MappingAction[] => [
      { type: 'site.registered', site },
      { type: 'owner.linked', site, owner: owner ?? '' },
      { type: 'mirror.noted', site, of: mirrorOf ?? '' },
      { type: 'volume.estimated', site, volume, sample: volume },
    ]),
    ...[...copies].map((ad): MappingAction => ({ type: 'duplicate.marked', ad })),
    ...pressing.map(({ site }, place): MappingAction => ({ type: 'site.ranked', site, place, reason: 'networks' })),
  ];
}

/** Registers every site under one owner, and calls every ad a copy. */
export function mapEverything(table: Table): MappingAction[] {
  const { sites, ads } = keyOf(table);
  return [
    ...sites.flatMap(({ site }): MappingAction[] => [
      { type: 'site.registered', site },
      { type: 'owner.linked', site, owner: 'one' },
    ]),
    ...[...ads].map((ad): MappingAction => ({ type: 'duplicate.marked', ad })),
  ];
}
