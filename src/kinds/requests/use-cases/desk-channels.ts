import type { Scenario } from '#case/language/model/schemas.ts';
import { stateTree } from '#case/language/model/state-tree.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import { fault } from '#kernel/formats/authored/faults.ts';
import type { Placed } from '#kernel/formats/authored/parse-with.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { type ChannelStep, channelsTo, hasChannels } from '#kinds/requests/model/channels.ts';
import { REQUESTS } from '#kinds/requests/model/kind.ts';

/** Issues of a key that counts a channel which no desk of the case can use to a company abroad of the key. */
export function checkDeskChannels(scenario: Placed<Scenario>, key: Placed<AnswerKey> | undefined): Issue[] {
  const part = key && REQUESTS.keyOf(key.value);
  if (!key || !part?.channels) return [];
  const desks = REQUESTS.authoredIn(stateTree(scenario.value)).map(
    ({ brief: { home = '', states = [], platforms = [] } }) => ({ home, states, platforms }),
  );
  const openTo = (step: ChannelStep) =>
    desks.filter(hasChannels).flatMap((desk) =>
      desk.platforms
        .filter(({ id, state, holds }) => {
          const isHolder = step === 'keep' || holds.includes(step);
          return part.custodians.includes(id) && state !== desk.home && isHolder;
        })
        .flatMap((platform) => channelsTo(step, platform, desk)),
    );
  return (Object.entries(part.channels) as [ChannelStep, readonly string[]][]).flatMap(([step, channels]) =>
    channels.flatMap((channel, n) => {
      const open: readonly string[] = openTo(step);
      if (open.includes(channel)) return [];
      const params = { step, channel, open: [...new Set(open)].join(', ') || 'none' };
      return [fault('key.channel-leads-nowhere', key, ['requests', 'channels', step, n], params)];
    }),
  );
}
