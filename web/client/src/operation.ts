import type { Client, FormattedExecutionResult, Sink, SubscribePayload } from 'graphql-ws';

/** Any item of a Doorstep subscription. `reason` is that of `ResyncRequired`, if the operation selects it. */
export interface Item { __typename: string; eventCursor: string; reason?: string }

export interface Hooks { onResync: (item: Item, payload: SubscribePayload) => void; onEnd: () => void }

/** These mean that the request itself is bad, unless the server has answered it before. */
const FINAL = [1002, 1003, 1007, 1009, 4004, 4400, 4406, 4409, 4429];
const PASSING = ['OVERLOADED', 'RATE_LIMITED', 'INTERNAL_SERVER_ERROR'];
const CANNOT_RESUME = 'Declare $after: EventCursor, and select __typename and eventCursor: else the stream cannot resume.';

/** One operation over as many connections as it takes. A payload without text is taken for a subscription. */
export class Operation {
  private live = { ...this.payload, variables: { ...this.payload.variables } as Record<string, unknown> };
  private isStream = !this.payload.query || says('subscription', this.payload);
  private isHeard = false;
  private isDone = false;
  private tries = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private leave = () => {};

  constructor(private inner: Client, private payload: SubscribePayload, private sink: Sink<any>, private hooks: Hooks) {}

  start() {
    this.leave = this.inner.subscribe(this.live, { next: this.next, error: this.error, complete: this.stop });
  }

  stop = () => this.end(() => this.sink.complete());

  private end(report: () => void) {
    if (this.isDone) return;
    this.isDone = true;
    clearTimeout(this.timer);
    this.leave();
    this.hooks.onEnd();
    report();
  }

  private next = (result: FormattedExecutionResult) => {
    if (this.isDone) return;
    [this.isHeard, this.tries] = [true, 0];
    const item = Object.values(result.data ?? {})[0] as Item | null | undefined;
    if (this.isStream && item) {
      if (!canResume(item, this.payload)) return this.end(() => this.sink.error(new Error(CANNOT_RESUME)));
      this.live.variables['after'] = item.eventCursor;
      if (item.__typename === 'ResyncRequired') this.hooks.onResync(item, this.payload);
    }
    this.sink.next(result);
  };

  private error = (cause: unknown) => {
    this.leave();
    if (this.isDone) return;
    if (this.isHeard && !this.isStream) this.stop();
    else if (!this.mayPass(cause)) this.end(() => this.sink.error(cause));
    else this.timer = setTimeout(() => this.start(), waitFor(cause, this.tries++));
  };

  /** `cause`: the errors of the operation, a close event, or a failure to connect. */
  private mayPass(cause: unknown): boolean {
    if (Array.isArray(cause)) return this.isStream && cause.every(({ extensions }) => PASSING.includes(extensions?.code));
    if (!this.isStream && !isRepeatable(this.payload)) return false;
    return this.isHeard || !FINAL.includes((cause as { code: number }).code);
  }
}

const canResume = ({ eventCursor, __typename }: Item, { query }: SubscribePayload) =>
  Boolean(eventCursor && __typename && (!query || /\$after\b/.test(query)));

/** Texts and comments: they may say anything. */
const QUOTED = /"""(?:\\"""|[^])*?"""|"(?:\\.|[^"\\])*"|#.*/g;

/** Whether the document is of this kind of operation. Nothing in the schema is called `subscription` or `mutation`. */
const says = (kind: string, { query }: SubscribePayload) => new RegExp(`\\b${kind}\\b`).test(query.replace(QUOTED, ''));

/** A mutation is sent a second time only if its `clientKey` makes that harmless. */
const isRepeatable = (payload: SubscribePayload) => !says('mutation', payload) || /"clientKey":"/.test(JSON.stringify(payload.variables ?? {}));

/** Milliseconds: 200, doubled up to 5,000, of it a random part from half to all; after the time that a limit says. */
function waitFor(cause: unknown, tries: number): number {
  const limits = Array.isArray(cause) ? cause.map(({ extensions }) => Number(extensions?.retryAfterSeconds ?? 0)) : [0];
  return Math.max(...limits) * 1000 + Math.min(5_000, 200 * 2 ** tries) * (1 + Math.random()) / 2;
}
