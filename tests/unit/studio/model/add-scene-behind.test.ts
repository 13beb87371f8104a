import { describe, expect, it } from 'vitest';
import { addSceneBehind } from '#studio/model/commands/scene-commands.ts';
import { applyEdit, type FileValue } from '#studio/model/edit.ts';
import { STORY_FILE, type StudioCase, type StudioStory } from '#studio/model/studio-case.ts';
import { leadsOf } from '#studio/model/targets.ts';

const option = (id: string, next: FileValue) => ({ id, text: 'Ring.', minutes: 5, then: 'It rings.', next });
const STORY = {
  initial: 'call',
  stages: [{ id: 'reach', title: 'Reach' }],
  states: {
    call: {
      type: 'decision',
      stage: 'reach',
      options: [
        option('a', 'quiet'),
        option('b', 'later'),
        option('c', [{ when: 'kept', next: 'later' }, { next: 'quiet' }]),
      ],
    },
    later: { type: 'narrative', stage: 'reach', next: 'over' },
    over: { type: 'end', stage: 'reach' },
    quiet: { type: 'end', stage: 'reach' },
  },
} as unknown as StudioStory;
const CASE: StudioCase = { simplestKind: 'detection', story: STORY, key: { decisions: {} } };

/** The story with a scene added, as it leads on from each scene. */
function withScene(type: 'narrative' | 'end', behind: string) {
  const { id, edits } = addSceneBehind(CASE, { type, title: 'A message', behind });
  const story = edits
    .filter(({ file }) => file === STORY_FILE)
    .reduce(applyEdit, STORY as unknown as FileValue) as unknown as StudioStory;
  const from = (scene: string) => leadsOf(story, scene).map(({ to }) => to);
  return { id, from };
}

describe('a scene that an author adds after another one', () => {
  it('is inserted if all options lead to one scene, also by conditions; transitions to ends stay', () => {
    const { id, from } = withScene('narrative', 'call');

    expect(from('call')).toEqual(['quiet', id, id, 'quiet']);
    expect(from(id)).toEqual(['later']);
  });

  it('is inserted between a scene and the end after it', () => {
    const { id, from } = withScene('narrative', 'later');

    expect(from('later')).toEqual([id]);
    expect(from(id)).toEqual(['over']);
  });

  it('has no transition to it if it is an end', () => {
    const { id, from } = withScene('end', 'call');

    expect(from('call')).toEqual(['quiet', 'later', 'later', 'quiet']);
    expect(from(id)).toEqual([]);
  });
});
