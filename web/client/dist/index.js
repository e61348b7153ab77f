import { createClient } from 'graphql-ws';
import { Operation } from './operation.js';
/** A graphql-ws client whose subscriptions resume after every break with the last `eventCursor` as `$after`. */
export function createDoorstepClient({ token, onResync, ...options }) {
    let refused = false;
    const open = new Set();
    const connectionParams = async () => ({ Authorization: `Bearer ${await token(refused)}` });
    const inner = createClient({ keepAlive: 10_000, ...options, connectionParams, retryAttempts: 0 });
    inner.on('connected', () => { refused = false; });
    inner.on('closed', (event) => { refused ||= [4401, 4403].includes(event.code); });
    endFrozen(inner);
    const subscribe = (payload, sink) => {
        const operation = new Operation(inner, payload, sink, { onResync, onEnd: () => open.delete(operation) });
        open.add(operation);
        operation.start();
        return operation.stop;
    };
    const iterate = (payload) => iterateOver((sink) => subscribe(payload, sink));
    const dispose = () => open.forEach((operation) => operation.stop());
    return { ...inner, subscribe, iterate, dispose };
}
/** A connection that broke without a word answers no ping. */
function endFrozen(client) {
    let timer;
    client.on('ping', (isReceived) => { if (!isReceived)
        timer = setTimeout(client.terminate, 5_000); });
    client.on('pong', (isReceived) => { if (isReceived)
        clearTimeout(timer); });
    client.on('closed', () => clearTimeout(timer));
}
/** The items as an async iterator, from now on. It needs that of ReadableStream, which the newest browsers have. */
function iterateOver(open) {
    let stop = () => { };
    const start = (to) => {
        const complete = () => { try {
            to.close();
        }
        catch { /* The reader left first. */ } };
        stop = open({ next: (item) => to.enqueue(item), error: (cause) => to.error(cause), complete });
    };
    return new ReadableStream({ start, cancel: () => stop() }).values();
}
