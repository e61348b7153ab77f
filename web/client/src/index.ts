import { createClient, type Client, type ClientOptions, type Sink, type SubscribePayload } from 'graphql-ws';
import { Operation, type Hooks, type Item } from './operation.js';

export type { Item };

/** All other options are those of graphql-ws: `url`, `on`, `webSocketImpl`, … */
export interface DoorstepOptions extends Omit<ClientOptions, 'connectionParams' | 'lazy' | 'retryAttempts' | 'retryWait' | 'shouldRetry'> {
  /** Called at each connect. `refused`: the server did not take the last token, get another. A rejection is retried. */
  token: (refused: boolean) => string | Promise<string>;
  /** Events may be missing: run the queries again. The stream itself goes on, and its sink gets the item too. */
  onResync: Hooks['onResync'];
}

/** A graphql-ws client whose subscriptions resume after every break with the last `eventCursor` as `$after`. */
export function createDoorstepClient({ token, onResync, ...options }: DoorstepOptions): Client {
  let refused = false;
  const open = new Set<Operation>();
  const connectionParams = async () => ({ Authorization: `Bearer ${await token(refused)}` });
  const inner = createClient({ keepAlive: 10_000, ...options, connectionParams, retryAttempts: 0 });
  inner.on('connected', () => { refused = false; });
  inner.on('closed', (event) => { refused ||= [4401, 4403].includes((event as { code: number }).code); });
  endFrozen(inner);

  const subscribe: Client['subscribe'] = (payload, sink) => {
    const operation: Operation = new Operation(inner, payload, sink as Sink<any>, { onResync, onEnd: () => open.delete(operation) });
    open.add(operation);
    operation.start();
    return operation.stop;
  };
  const iterate: Client['iterate'] = (payload) => iterateOver((sink) => subscribe(payload, sink));
  const dispose = () => open.forEach((operation) => operation.stop());
  return { ...inner, subscribe, iterate, dispose };
}

/** A connection that broke without a word answers no ping. */
function endFrozen(client: Client) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  client.on('ping', (isReceived) => { if (!isReceived) timer = setTimeout(client.terminate, 5_000); });
  client.on('pong', (isReceived) => { if (isReceived) clearTimeout(timer); });
  client.on('closed', () => clearTimeout(timer));
}

/** The items as an async iterator, from now on. It needs that of ReadableStream, which the newest browsers have. */
function iterateOver<T>(open: (sink: Sink<T>) => () => void) {
  let stop = () => {};
  const start = (to: ReadableStreamDefaultController<T>) => {
    const complete = () => { try { to.close(); } catch { /* The reader left first. */ } };
    stop = open({ next: (item) => to.enqueue(item), error: (cause) => to.error(cause), complete });
  };
  return new ReadableStream<T>({ start, cancel: () => stop() }).values();
}
