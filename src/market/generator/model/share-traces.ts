import { type Rng, shuffle, UINT32_RANGE } from '#kernel/model/rng.ts';
import { CONTROL_OF } from '#market/ads/model/actor-types.ts';
import { FAMILIES, type Family, GROUPED_TRACES, type GroupedTrace } from '#market/ads/model/families.ts';
import type { Unit, Units } from './draw-units.ts';
import { EMPTY } from './market-columns.ts';

/** A group of personas that share one trace. */
export interface TraceGroup {
  readonly trace: GroupedTrace;
  readonly units: number[];
  /** The actor whose personas share it, or -1 for persons who have nothing else in common. */
  readonly actor: number;
  /** Set if chance had left the network with too few kinds of links. */
  readonly added?: true;
}

export interface ShareOrder {
  readonly family: Family;
  readonly units: Units;
  /** Probability that a network's trace is also that of an innocent group, per network and kind. */
  readonly falseBridge: number;
  /** True if the structural promises can be kept: at least three networks. */
  readonly promises: boolean;
  readonly moneyOnly: number;
}

/** Minimum size of a group other than 2: a mark is evidence only if three persons have it. */
const MIN_GROUP_SIZE: Partial<Record<GroupedTrace, number>> = { mark: 3 };

/** A trace cannot be shared if the field that shows it is empty, or the number is hidden. */
const FIELD_OF: Partial<Record<GroupedTrace, number>> = {
  room: EMPTY.room,
  picture: EMPTY.picture,
  mark: EMPTY.picture,
  handle: EMPTY.payment,
};

/** One innocent group in this many has three members. */
const TRIPLE_ONE_IN = 3;

/** Links that a network gets which chance has left with fewer than two kinds; each network begins with another one. */
const LAST_LINKS: readonly GroupedTrace[] = ['payer', 'collector', 'device', 'burst'];

/** Kinds of links that a network has at least. */
const MIN_KINDS = 2;

/**
 * Groups the units that show a shared trace: personas of one actor with each other, persons who work alone with persons
 * like them (flatmates, an old number, one writer of ads). If too few show it, others join or the sign is removed, at
 * random, so that the rates stay the same. Changes `shown` of the units accordingly.
 */
export function shareTraces(order: ShareOrder, rng: Rng): TraceGroup[] {
  const { units, first } = order.units;
  const plan = FAMILIES[order.family].shown;
  const hidden = plan.findIndex(({ id }) => id === 'obscured-phone');
  const canShare = (unit: Unit, trace: GroupedTrace) =>
    !(trace === 'phone' && hidden >= 0 && isOn(unit, hidden)) && (unit.empty & (FIELD_OF[trace] ?? 0)) === 0;
  const groups: TraceGroup[] = [];
  const pair = order.promises ? lawfulPair(order, rng) : undefined;
  for (const trace of GROUPED_TRACES) {
    const bit = plan.findIndex((one) => one.in === 'shared' && one.trace === trace);
    if (bit === -1) continue;
    const minSize = MIN_GROUP_SIZE[trace] ?? 2;
    const pool: number[] = [];
    for (let actor = 0; actor + 1 < first.length; actor++) {
      const from = first[actor] as number;
      const to = first[actor + 1] as number;
      if (to - from === 1) {
        if (isOn(units[from] as Unit, bit)) pool.push(from);
        continue;
      }
      const on = shownBy(from, to, bit);
      if (on.length === 0) continue;
      const members = on.length >= minSize ? on : fillOrDissolve(on, from, to, trace, bit, minSize);
      if (members.length > 0) groups.push({ trace, units: members, actor });
    }
    groups.push(...poolGroups(pool, trace, bit, minSize));
  }
  linkNetworks();
  bridge();
  return groups;

  function shownBy(from: number, to: number, bit: number): number[] {
    const on: number[] = [];
    for (let unit = from; unit < to; unit++) if (isOn(units[unit] as Unit, bit)) on.push(unit);
    return on;
  }

  /** The personas of one actor that share a trace which too few of them show: others join, or none is left. */
  function fillOrDissolve(
    on: number[],
    from: number,
    to: number,
    trace: GroupedTrace,
    bit: number,
    minSize: number,
  ): number[] {
    // With `on` of `minSize` members present, adding the rest with probability on/minSize keeps the expected rate.
    if (rng.int(minSize) < on.length) {
      const count = to - from;
      const start = rng.int(count);
      const joined = [...on];
      for (let n = 0; n < count && joined.length < minSize; n++) {
        const unit = from + ((start + n) % count);
        if (!on.includes(unit) && canShare(units[unit] as Unit, trace)) joined.push(unit);
      }
      if (joined.length === minSize) {
        for (const unit of joined) setShown(units[unit] as Unit, bit, true);
        return joined;
      }
    }
    for (const unit of on) setShown(units[unit] as Unit, bit, false);
    return [];
  }

  function poolGroups(pool: number[], trace: GroupedTrace, bit: number, minSize: number): TraceGroup[] {
    shuffle(pool, rng);
    if (pair && (trace === pair.traces[0] || trace === pair.traces[1])) putFirst(pool, pair.units);
    const found: TraceGroup[] = [];
    for (let at = 0; pool.length - at >= minSize; ) {
      const wanted = at === 0 && pair ? 2 : rng.int(TRIPLE_ONE_IN) === 0 ? 3 : 2;
      const size = Math.min(Math.max(wanted, minSize), pool.length - at);
      found.push({ trace, units: pool.slice(at, at + size), actor: -1 });
      at += size;
    }
    const grouped = found.reduce((sum, group) => sum + group.units.length, 0);
    for (const unit of pool.slice(grouped)) {
      const last = found.at(-1);
      if (last && last !== found[0]) last.units.push(unit);
      else if (last && !pair) last.units.push(unit);
      else setShown(units[unit] as Unit, bit, false);
    }
    return found;
  }

  /** Every network has links of two kinds, that of money alone those of money. */
  function linkNetworks(): void {
    const kindsOf = new Map<number, Set<GroupedTrace>>();
    for (const { actor, trace } of groups)
      if (actor >= 0) kindsOf.set(actor, (kindsOf.get(actor) ?? new Set()).add(trace));
    for (let actor = 0; actor + 1 < first.length; actor++) {
      const [from, to] = [first[actor] as number, first[actor + 1] as number];
      if ((units[from] as Unit).tone === undefined || to - from < 2) continue;
      const kinds = kindsOf.get(actor) ?? new Set();
      for (let n = 0; n < LAST_LINKS.length; n++) {
        const trace = LAST_LINKS[(actor + n) % LAST_LINKS.length] as GroupedTrace;
        const bit = plan.findIndex((one) => one.in === 'shared' && one.trace === trace);
        const isOpen = actor !== order.moneyOnly || trace === 'payer' || trace === 'collector';
        if (kinds.size >= MIN_KINDS || bit === -1 || kinds.has(trace) || !isOpen) continue;
        const members = range(from, to);
        for (const unit of members) setShown(units[unit] as Unit, bit, true);
        groups.push({ trace, units: members, actor, added: true });
        kinds.add(trace);
      }
    }
  }

  /** Sometimes an innocent group has the same trace as a network: a recycled number, one hotel, one writer of ads. */
  function bridge(): void {
    for (const group of [...groups]) {
      const isNetwork = group.actor >= 0 && (units[group.units[0] as number] as Unit).tone !== undefined;
      if (!isNetwork || rng.next() >= order.falseBridge * UINT32_RANGE) continue;
      const innocent = groups.filter((one) => one.trace === group.trace && one.actor === -1 && one.units.length > 0);
      const chosen = innocent[rng.int(Math.max(1, innocent.length))];
      if (!chosen || (pair && chosen.units.some((unit) => pair.units.includes(unit)))) continue;
      group.units.push(...chosen.units.splice(0));
    }
  }

  /** Two unrelated persons who nevertheless share a phone and a room: swapped in, so that the rates stay the same. */
  function lawfulPair({ units: { units: all, first: starts } }: ShareOrder, draws: Rng) {
    const traces = (['phone', 'room'] as const).filter((trace) =>
      plan.some((one) => one.in === 'shared' && one.trace === trace),
    );
    if (traces.length < 2) return undefined;
    const [phone, room] = traces.map((trace) =>
      plan.findIndex((one) => one.in === 'shared' && one.trace === trace),
    ) as [number, number];
    const alone = starts.slice(0, -1).filter((from, actor) => (starts[actor + 1] as number) - from === 1);
    const lawful = alone.filter((unit) => CONTROL_OF[(all[unit] as Unit).type] === 'none');
    const usable = lawful.filter((unit) => {
      const one = all[unit] as Unit;
      return canShare(one, 'room') && canShare(one, 'phone') && one.withheld === 0;
    });
    const on = (unit: number, bit: number) => isOn(all[unit] as Unit, bit);
    shuffle(usable, draws);
    const chosen = [...usable].sort((a, b) => Number(on(b, phone)) - Number(on(a, phone))).slice(0, 2);
    if (chosen.length < 2) return undefined;
    for (const unit of chosen)
      for (const bit of [phone, room]) {
        if (on(unit, bit)) continue;
        const giver = usable.find((one) => !chosen.includes(one) && on(one, bit));
        if (giver !== undefined) setShown(all[giver] as Unit, bit, false);
        setShown(all[unit] as Unit, bit, true);
      }
    return { units: chosen, traces };
  }
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);

const isOn = (unit: Unit, bit: number) => ((unit.shown >>> bit) & 1) === 1;

function setShown(unit: Unit, bit: number, on: boolean): void {
  if (on) unit.shown |= 1 << bit;
  else unit.shown &= ~(1 << bit);
}

/** Moves the given units to the front, where they form the first group. */
function putFirst(pool: number[], wanted: readonly number[]): void {
  pool.sort((a, b) => Number(wanted.includes(b)) - Number(wanted.includes(a)));
}
