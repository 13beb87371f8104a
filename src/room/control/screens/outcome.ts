import type { ControlAction, ControlRefusal, RequestRefusal } from '#room/model/protocol.ts';

/** What came of an action: nothing to say, or why it was refused. `lost`: the room did not answer. */
export type Outcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: SendRefusal; readonly detail?: unknown };

export type SendRefusal = ControlRefusal | RequestRefusal | 'lost';

/** Does what the facilitator asks for. Never throws. */
export type SendControl = (action: ControlAction) => Promise<Outcome>;
