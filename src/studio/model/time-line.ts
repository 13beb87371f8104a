import { holderOf } from './groups.ts';
import { optionsOf, type StudioStory } from './studio-case.ts';
import { entriesOf, leadsOf } from './targets.ts';

/** A scene with the earliest time at which it can be reached. */
export interface TimedScene {
  readonly id: string;
  /** Minutes of case time since the beginning, without the work in exercises; undefined if it is unreachable. */
  readonly earliest?: number;
}

/** The injects in the order in which they can come, unreachable ones last. */
export function timedInjects(story: StudioStory): readonly TimedScene[] {
  const times = earliestTimes(story);
  return Object.keys(story.states)
    .filter((id) => story.states[id]?.type === 'inject')
    .map((id): TimedScene => {
      const earliest = times.get(id);
      return { id, ...(earliest !== undefined && { earliest }) };
    })
    .toSorted((a, b) => (a.earliest ?? Number.POSITIVE_INFINITY) - (b.earliest ?? Number.POSITIVE_INFINITY) || 0);
}

/** Minutes until each scene on its shortest path; conditions count as met, and parallel regions as simultaneous. */
export function earliestTimes(story: StudioStory): ReadonlyMap<string, number> {
  const times = new Map<string, number>([[story.initial, 0]]);
  const waiting = new Set([story.initial]);
  while (waiting.size > 0) {
    const id = soonest(waiting, times);
    waiting.delete(id);
    const now = times.get(id) ?? 0;
    for (const { to, minutes } of waysOn(story, id)) {
      if (!story.states[to] || now + minutes >= (times.get(to) ?? Number.POSITIVE_INFINITY)) continue;
      times.set(to, now + minutes);
      waiting.add(to);
    }
  }
  return times;
}

function soonest(waiting: ReadonlySet<string>, times: ReadonlyMap<string, number>): string {
  let best = '';
  let least = Number.POSITIVE_INFINITY;
  for (const id of waiting) {
    const time = times.get(id) ?? 0;
    if (time < least || best === '') [best, least] = [id, time];
  }
  return best;
}

interface WayOn {
  readonly to: string;
  readonly minutes: number;
}

function waysOn(story: StudioStory, id: string): readonly WayOn[] {
  const scene = story.states[id];
  if (!scene) return [];
  if (scene.type === 'done') {
    const group = holderOf(story, id)?.group;
    return group === undefined ? [] : leadsOf(story, group).map(({ to }) => ({ to, minutes: 0 }));
  }
  const entries = entriesOf(story, id);
  // The scene after a group is reached through the ends of the group.
  if (entries.length > 0) return entries.map(({ to }) => ({ to, minutes: 0 }));
  const byOption = new Map(optionsOf(scene).map((option) => [option.id, minutesOf(option.minutes)]));
  return leadsOf(story, id).map(({ to, option }) => ({
    to,
    minutes: option === undefined ? minutesOf(scene.minutes) : (byOption.get(option) ?? 0),
  }));
}

const minutesOf = (written: unknown): number => (typeof written === 'number' && written > 0 ? written : 0);
