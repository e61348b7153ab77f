import type { Client, Sink, SubscribePayload } from 'graphql-ws';
/** Any item of a Doorstep subscription. `reason` is that of `ResyncRequired`, if the operation selects it. */
export interface Item {
    __typename: string;
    eventCursor: string;
    reason?: string;
}
export interface Hooks {
    onResync: (item: Item, payload: SubscribePayload) => void;
    onEnd: () => void;
}
/** One operation over as many connections as it takes. A payload without text is taken for a subscription. */
export declare class Operation {
    private inner;
    private payload;
    private sink;
    private hooks;
    private live;
    private isStream;
    private isHeard;
    private isDone;
    private tries;
    private timer;
    private leave;
    constructor(inner: Client, payload: SubscribePayload, sink: Sink<any>, hooks: Hooks);
    start(): void;
    stop: () => void;
    private end;
    private next;
    private error;
    /** `cause`: the errors of the operation, a close event, or a failure to connect. */
    private mayPass;
}
