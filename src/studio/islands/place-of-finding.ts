import type { CheckFinding } from '#case/checking/use-cases/check-report.ts';
import { regionsOf } from '#studio/model/groups.ts';
import { fileOf } from '#studio/model/place-of-finding.ts';
import { KEY_FILE, STORY_FILE, type StudioStory, WORKSHOP_FILE } from '#studio/model/studio-case.ts';
import type { StudioPlace } from './studio-place.ts';

/** Parts of the key that stand on the sheet of the case. */
const OF_CASE = ['model', 'order', 'passMark'];

/** The view in which a finding stands beside its field. */
export function placeOfFinding(story: StudioStory, { issue, state }: CheckFinding): Omit<StudioPlace, 'draft'> {
  const [first, second] = issue.path.map(String);
  const file = fileOf(issue.position) ?? '';
  // A step of the best way names a scene, and is mended on the sheet of the case.
  if (file === KEY_FILE && OF_CASE.includes(first ?? '')) return { view: 'case' };
  if (state !== undefined) {
    const isScene = story.states[state] !== undefined;
    const group = isScene ? state : Object.keys(story.states).find((id) => regionsOf(story, id).includes(state));
    return { view: 'scene', scene: group ?? state };
  }
  if (file === WORKSHOP_FILE && first === 'chairs' && story.states[second ?? ''])
    return { view: 'scene', scene: second ?? '' };
  if (file === WORKSHOP_FILE) return { view: first === 'injects' ? 'time' : 'case' };
  if (file === STORY_FILE) return { view: first === 'world' ? 'time' : 'case' };
  return { view: /^[a-z]{2}\.yaml$/.test(file) ? 'translate' : 'text' };
}
