import { type LinkingAction, type LinkingResponse, playLinking } from '#kinds/linking/model/play.ts';

/** What these acts make of a response. The kind reads neither time nor number of an act. */
export function afterActs(response: LinkingResponse, acts: readonly LinkingAction[]): LinkingResponse {
  return acts.reduce((so, act) => playLinking.reduce(so, { ...act }, { at: '1970-01-01T00:00:00Z', seq: 0 }), response);
}

/** The acts that take these acts back, in the order in which they have to be done. */
export function undoOf(response: LinkingResponse, acts: readonly LinkingAction[]): LinkingAction[] {
  const back: LinkingAction[][] = [];
  let so = response;
  for (const act of acts) {
    back.unshift(undoOne(so, act));
    so = afterActs(so, [act]);
  }
  return back.flat();
}

function undoOne(before: LinkingResponse, act: LinkingAction): LinkingAction[] {
  if (sameResponse(before, afterActs(before, [act]))) return [];
  switch (act.type) {
    case 'ad.collected':
      return [{ type: 'ad.returned', ad: act.ad }];
    case 'ad.returned':
      return [{ type: 'ad.collected', ad: act.ad }];
    case 'edge.proposed':
      return [{ ...act, type: 'edge.withdrawn' }];
    case 'edge.withdrawn':
      return [{ ...act, type: 'edge.proposed' }];
    case 'group.named': {
      const known = before.groups.find(({ id }) => id === act.group);
      return [known ? { ...act, name: known.name } : { type: 'group.dissolved', group: act.group }];
    }
    case 'group.dissolved': {
      const lost = before.groups.find(({ id }) => id === act.group);
      return lost ? [{ type: 'group.named', group: lost.id, name: lost.name }, ...putInto(lost.id, lost.ads)] : [];
    }
    case 'ad.grouped':
    case 'ad.ungrouped': {
      const own = before.groups.find(({ ads }) => ads.includes(act.ad));
      return own ? putInto(own.id, [act.ad]) : [{ type: 'ad.ungrouped', ad: act.ad }];
    }
  }
}

const putInto = (group: string, ads: readonly string[]) =>
  ads.map((ad): LinkingAction => ({ type: 'ad.grouped', ad, group }));

const sameResponse = (one: LinkingResponse, other: LinkingResponse) => JSON.stringify(one) === JSON.stringify(other);
