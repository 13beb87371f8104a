import type { KindPlay } from '#case/exercise/model/kind-play.ts';

/** Two ads that a trainee attributes to one actor, and the trace given as the reason. The smaller id comes first. */
export interface ProposedEdge {
  readonly a: string;
  readonly b: string;
  /** A sign that compares ads (`shared-phone`), `same-account`, or another kind of `LinkEdge`. */
  readonly kind: string;
}

/** Ads that a trainee considers one network. An ad is in at most one group. */
export interface ProposedGroup {
  readonly id: string;
  readonly name: string;
  readonly ads: readonly string[];
}

export interface LinkingResponse {
  /** Ads on the board, in the order in which they were added. */
  readonly board: readonly string[];
  /** In the order in which they were proposed. */
  readonly edges: readonly ProposedEdge[];
  readonly groups: readonly ProposedGroup[];
}

/** The actions of the kind, as the log keeps them. */
export type LinkingAction =
  | { readonly type: 'ad.collected'; readonly ad: string }
  | { readonly type: 'ad.returned'; readonly ad: string }
  | { readonly type: 'edge.proposed'; readonly a: string; readonly b: string; readonly kind: string }
  | { readonly type: 'edge.withdrawn'; readonly a: string; readonly b: string; readonly kind: string }
  | { readonly type: 'group.named'; readonly group: string; readonly name: string }
  | { readonly type: 'group.dissolved'; readonly group: string }
  | { readonly type: 'ad.grouped'; readonly ad: string; readonly group: string }
  | { readonly type: 'ad.ungrouped'; readonly ad: string };

export const playLinking: KindPlay<{ response: LinkingResponse; action: LinkingAction }> = {
  kind: 'linking',
  showsAds: true,
  empty: { board: [], edges: [], groups: [] },
  minutes: () => 0.5,
  reduce,
};

function reduce(response: LinkingResponse, action: LinkingAction): LinkingResponse {
  switch (action.type) {
    case 'ad.collected':
      return response.board.includes(action.ad) ? response : { ...response, board: [...response.board, action.ad] };
    case 'ad.returned':
      return { ...response, board: response.board.filter((ad) => ad !== action.ad) };
    case 'edge.proposed': {
      if (action.a === action.b) return response;
      const edge = inOrder(action);
      const known = response.edges.some((one) => isSame(one, edge));
      return known ? response : { ...response, edges: [...response.edges, edge] };
    }
    case 'edge.withdrawn': {
      const edge = inOrder(action);
      return { ...response, edges: response.edges.filter((one) => !isSame(one, edge)) };
    }
    case 'group.named': {
      const { group: id, name } = action;
      const known = response.groups.some((group) => group.id === id);
      const groups = known
        ? response.groups.map((group) => (group.id === id ? { ...group, name } : group))
        : [...response.groups, { id, name, ads: [] }];
      return { ...response, groups };
    }
    case 'group.dissolved':
      return { ...response, groups: response.groups.filter(({ id }) => id !== action.group) };
    case 'ad.grouped':
      return response.groups.some(({ id }) => id === action.group)
        ? { ...response, groups: regrouped(response, action.ad, action.group) }
        : response;
    case 'ad.ungrouped':
      return { ...response, groups: regrouped(response, action.ad) };
    default:
      return response;
  }
}

/** Removes an ad from its group, and adds it to `into` if given. */
function regrouped({ groups }: LinkingResponse, ad: string, into?: string): ProposedGroup[] {
  return groups.map((group) => {
    const others = group.ads.filter((one) => one !== ad);
    return { ...group, ads: group.id === into ? [...others, ad] : others };
  });
}

const inOrder = ({ a, b, kind }: ProposedEdge): ProposedEdge => (a < b ? { a, b, kind } : { a: b, b: a, kind });

const isSame = (one: ProposedEdge, other: ProposedEdge) =>
  one.a === other.a && one.b === other.b && one.kind === other.kind;
