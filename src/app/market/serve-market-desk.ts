import type { DeskLine, DeskReply, DeskRequest } from './desk-messages.ts';
import { type OpenMarket, openMarket } from './open-market.ts';

/** Does at one end of a line what is asked for at the other. */
export function serveMarketDesk(line: DeskLine<DeskReply, DeskRequest>): void {
  let market: OpenMarket | undefined;
  let list = 0;

  line.onReceive((request) => {
    const { number } = request;
    try {
      line.send({ number, type: 'done', value: answer(request) });
    } catch (error) {
      line.send({ number, type: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  });

  function answer(request: DeskRequest): unknown {
    const { number, type } = request;
    if (type === 'open') {
      market = undefined;
      market = openMarket(request.source, (read, size) => line.send({ number, type: 'progressed', read, size }));
      return market.opened;
    }
    if (!market) throw new Error('No market is open.');
    if (type === 'find') return market.find(request.id);
    if (type === 'records') return market.records(request.id);
    if (type === 'peek') return market.peek(request.query, request.stretch);
    if (type === 'read') return request.list === list ? market.read(request.stretch) : undefined;
    if (type === 'counts') return request.list === list ? market.counts() : undefined;
    list = number;
    return { list, ...market.ask(request.query, request.stretch) };
  }
}
