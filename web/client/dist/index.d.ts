import { type Client, type ClientOptions } from 'graphql-ws';
import { type Hooks, type Item } from './operation.js';
export type { Item };
/** All other options are those of graphql-ws: `url`, `on`, `webSocketImpl`, … */
export interface DoorstepOptions extends Omit<ClientOptions, 'connectionParams' | 'lazy' | 'retryAttempts' | 'retryWait' | 'shouldRetry'> {
    /** Called at each connect. `refused`: the server did not take the last token, get another. A rejection is retried. */
    token: (refused: boolean) => string | Promise<string>;
    /** Events may be missing: run the queries again. The stream itself goes on, and its sink gets the item too. */
    onResync: Hooks['onResync'];
}
/** A graphql-ws client whose subscriptions resume after every break with the last `eventCursor` as `$after`. */
export declare function createDoorstepClient({ token, onResync, ...options }: DoorstepOptions): Client;
