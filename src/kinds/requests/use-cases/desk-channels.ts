import { fault } from '#app/library/faults.ts';
import type { Placed } from '#app/library/parse-with.ts';
import type { Issue } from '#core/kernel/issue.ts';
import { type ChannelStep, channelsTo, hasChannels } from '#core/requests/channels.ts';
import type { RequestDesk } from '#core/requests/desk.ts';
import { requestsPartOf } from '#core/requests/key.ts';
import type { Scenario } from '#core/scenario/schemas.ts';
import { stateTree } from '#core/scenario/state-tree.ts';
import type { AnswerKey } from '#core/scoring/schemas.ts';

/** Issues of a key that counts a channel which no desk of the case can use to a company abroad of the key. */
export function checkDeskChannels(scenario: Placed<Scenario>, key: Placed<AnswerKey> | undefined): Issue[] {
  const part = key && requestsPartOf(key.value);
  if (!key || !part?.channels) return [];
  const desks = stateTree(scenario.value).flatMap(({ state }) =>
    state.type === 'exercise' && state.kind === 'requests' ? [state.brief as unknown as RequestDesk] : [],
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
