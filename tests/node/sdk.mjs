// Calls the methods of the official Node SDK: reads one JSON request per line and writes one JSON result per line.
import { createInterface } from 'node:readline';
import * as exported from '@workos-inc/node';

const PASSWORD = 'a cookie password of more than thirty-two characters';
let sdk;

const commands = {
  connect: ({ apiKey, clientId, port }) => {
    sdk = new exported.WorkOS(apiKey, { clientId, apiHostname: '127.0.0.1', port, https: false, maxRetries: 0 });
  },
  // The public methods, as `resource.method`. TypeScript's private methods are public in JavaScript.
  methods: () => Object.entries(sdk).flatMap(([resource, client]) => {
    const prototype = client && typeof client === 'object' ? Object.getPrototypeOf(client) : Object.prototype;
    return prototype === Object.prototype ? [] : Object.getOwnPropertyNames(prototype)
      .filter((name) => name !== 'constructor' && typeof client[name] === 'function')
      .map((name) => `${resource}.${name}`);
  }),
  call: async ({ method, args }) => {
    const [resource, name] = method.split('.');
    const result = await sdk[resource][name](...args.map(revive));
    return result instanceof exported.AutoPaginatable
      ? { data: await result.autoPagination(), listMetadata: result.listMetadata } : result;
  },
  session: async ({ sealed, method, args }) =>
    sdk.userManagement.loadSealedSession({ sessionData: sealed, cookiePassword: PASSWORD })[method](...args),
  flags: async ({ key, context }) => {
    const client = sdk.featureFlags.createRuntimeClient({ pollingIntervalMs: 60000 });
    try {
      await client.waitUntilReady({ timeoutMs: 10000 });
      return { enabled: client.isEnabled(key, context), flag: client.getFlag(key) };
    } finally {
      client.close();
    }
  },
};

/** Return a result as JSON; the name of the class for an object of the SDK, such as a session. */
function serialize(outcome) {
  if (typeof outcome.result === 'function') return JSON.stringify({ result: 'function' });
  try {
    return JSON.stringify(outcome);
  } catch {
    return JSON.stringify({ result: outcome.result.constructor.name });
  }
}

/** Return a value with `{date: "2026-01-01T00:00:00Z"}` replaced by a Date. */
function revive(value) {
  if (Array.isArray(value)) return value.map(revive);
  if (!value || typeof value !== 'object') return value;
  if (typeof value.date === 'string') return new Date(value.date);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revive(item)]));
}

for await (const line of createInterface({ input: process.stdin })) {
  const { command, ...parameters } = JSON.parse(line);
  let outcome;
  try {
    outcome = { result: (await commands[command](parameters)) ?? null };
  } catch (error) {
    outcome = { error: { name: error.name, status: error.status ?? null, code: error.code ?? error.error ?? null,
      message: String(error.message), rawData: error.rawData ?? null } };
  }
  process.stdout.write(`${serialize(outcome)}\n`);
}
