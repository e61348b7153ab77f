// Runs the GraphQL over HTTP audits against a server: node audit.mjs http://127.0.0.1:8000/graphql
import { serverAudits } from 'graphql-http';

const url = process.argv[2];
let failed = 0;
for (const audit of serverAudits({ url })) {
  const result = await audit.fn();
  if (result.status !== 'ok') failed += 1;
  console.log(result.status.padEnd(6), audit.id, audit.name, result.reason ?? '');
}
console.log(failed ? `${failed} audits failed` : 'all audits passed');
process.exit(failed ? 1 : 0);
