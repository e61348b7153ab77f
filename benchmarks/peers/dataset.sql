-- The data set in the peers' schema; benchmarks/bench/dataset.py writes the same into Doorstep's tables.
-- `bench.began` is a moment an hour ago: message k of a thread is k minutes later.
CREATE TABLE users(id bigint PRIMARY KEY, username text UNIQUE NOT NULL, display_name text NOT NULL, avatar_url text, verified bool NOT NULL DEFAULT false, dm_audience smallint NOT NULL DEFAULT 0, suspended_until timestamptz, event_seq bigint NOT NULL DEFAULT 0);
CREATE TABLE threads(id bigserial PRIMARY KEY, low_id bigint NOT NULL, high_id bigint NOT NULL, requester_id bigint NOT NULL, accepted_at timestamptz, request_messages smallint NOT NULL DEFAULT 0, UNIQUE(low_id,high_id));
CREATE TABLE messages(id bigserial PRIMARY KEY, thread_id bigint NOT NULL, sender_id bigint NOT NULL, text text NOT NULL, created_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE memberships(thread_id bigint NOT NULL, user_id bigint NOT NULL, peer_id bigint NOT NULL, folder smallint NOT NULL, unread_count int NOT NULL DEFAULT 0, last_read_id bigint NOT NULL DEFAULT 0, last_message_id bigint NOT NULL, PRIMARY KEY(thread_id,user_id));
CREATE TABLE blocks(blocker_id bigint, blocked_id bigint, PRIMARY KEY(blocker_id,blocked_id));
CREATE TABLE events(user_id bigint, seq bigint, kind smallint, message_id bigint, created_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY(user_id,seq));
INSERT INTO users SELECT i,'user'||i,'User Number '||i,'https://cdn.example/avatars/'||i||'.webp',i%50=0 FROM generate_series(1,2000) i;
-- Open: u with u+1 .. u+15 (mod 2000), thread (u-1)*15+d. Pending: to u from u+100 .. u+119.
INSERT INTO threads(low_id,high_id,requester_id,accepted_at)
 SELECT least(a,b),greatest(a,b),a,current_setting('bench.began')::timestamptz FROM (SELECT i a,(i+d-1)%2000+1 b FROM generate_series(1,2000) i, generate_series(1,15) d ORDER BY i,d) p;
INSERT INTO threads(low_id,high_id,requester_id,accepted_at,request_messages)
 SELECT least(a,b),greatest(a,b),a,NULL,1+(a+b)%3 FROM (SELECT (i+d-1)%2000+1 a,i b FROM generate_series(1,2000) i, generate_series(100,119) d ORDER BY i,d) p;
-- The first thread of each user (d = 1) has 60 messages, the others 20.
INSERT INTO messages(thread_id,sender_id,text,created_at)
 SELECT t.id, CASE WHEN t.accepted_at IS NULL OR k%2=0 THEN t.requester_id ELSE t.low_id+t.high_id-t.requester_id END,
  'message '||k||' of thread '||t.id||': '||repeat('lorem ipsum dolor ',1+(t.id%5)::int), current_setting('bench.began')::timestamptz+(k||' minutes')::interval
 FROM generate_series(1,60) k, threads t
 WHERE k<=CASE WHEN t.accepted_at IS NULL THEN t.request_messages WHEN t.id%15=1 THEN 60 ELSE 20 END ORDER BY k,t.id;
CREATE INDEX ON messages(thread_id,id DESC);
INSERT INTO memberships SELECT t.id,u.u,t.low_id+t.high_id-u.u,CASE WHEN t.accepted_at IS NOT NULL OR u.u=t.requester_id THEN 0 ELSE 1 END,
  CASE WHEN t.accepted_at IS NOT NULL THEN t.id%4 WHEN u.u=t.requester_id THEN 0 ELSE least(t.id%4,t.request_messages) END,0,m.id
 FROM threads t, LATERAL (VALUES(t.low_id),(t.high_id)) u(u), LATERAL (SELECT max(id) id FROM messages WHERE thread_id=t.id) m;
CREATE INDEX ON memberships(user_id,folder,last_message_id DESC);
