// Calls the published Node packages: reads one JSON request per line and writes one JSON result per line.
import { createInterface } from 'node:readline';
import { sealData, unsealData } from 'iron-session';
import { WorkOS } from '@workos-inc/node';

const { password, secret, clientId, apiKey, port } = JSON.parse(process.argv[2]);
const sdk = new WorkOS(apiKey, { clientId, apiHostname: '127.0.0.1', port, https: false });
const users = sdk.userManagement;

let kit;
async function authkit() {
  if (!kit) {
    const { AuthKitCore, AuthOperations, sessionEncryption } = await import('@workos/authkit-session');
    const config = { clientId, apiKey, cookiePassword: password, redirectUri: 'https://app.example.com/callback' };
    const core = new AuthKitCore(config, sdk, sessionEncryption);
    kit = { core, operations: new AuthOperations(core, sdk, config, sessionEncryption) };
  }
  return kit;
}

const operations = {
  ironSeal: ({ data, passwords, ttl }) => sealData(data, { password: passwords ?? password, ttl: ttl ?? 0 }),
  ironUnseal: ({ sealed, passwords, ttl }) => unsealData(sealed, { password: passwords ?? password, ttl: ttl ?? 0 }),
  sdkSeal: ({ response }) =>
    users.sealSessionDataFromAuthenticationResponse({ authenticationResponse: response, cookiePassword: password }),
  sdkUnseal: ({ sealed }) => users.getSessionFromCookie({ sessionData: sealed, cookiePassword: password }),
  sdkSignIn: ({ email, userPassword }) =>
    users.authenticateWithPassword({
      clientId, email, password: userPassword, session: { sealSession: true, cookiePassword: password },
    }).then((response) => response.sealedSession),
  sdkAuthenticate: ({ sealed }) =>
    users.loadSealedSession({ sessionData: sealed, cookiePassword: password }).authenticate(),
  sdkRefresh: ({ sealed }) => users.loadSealedSession({ sessionData: sealed, cookiePassword: password }).refresh(),
  kitSession: async ({ session }) => (await authkit()).core.encryptSession(session),
  kitDecrypt: async ({ sealed }) => (await authkit()).core.decryptSession(sealed),
  kitSignIn: async ({ options }) => (await authkit()).operations.createSignIn(options),
  kitCallback: async ({ state, cookie }) =>
    (await authkit()).core.verifyCallbackState({ stateFromUrl: state, cookieValue: cookie }),
  // Older packages sign JSON.stringify of the parsed body, newer ones the raw body.
  normalizeJSON: ({ body }) => JSON.stringify(JSON.parse(body)),
  webhook: async ({ body, header, parsed }) => {
    await sdk.webhooks.verifyHeader({ payload: parsed ? JSON.parse(body) : body, sigHeader: header, secret });
    return true;
  },
  webhookSign: ({ body, timestamp, parsed }) =>
    sdk.webhooks.computeSignature(timestamp, parsed ? JSON.parse(body) : body, secret),
  action: ({ body, header, parsed }) =>
    sdk.actions.verifyHeader({ payload: parsed ? JSON.parse(body) : body, sigHeader: header, secret }),
  actionSign: ({ data }) => sdk.actions.signResponse(data, secret),
  vaultEncrypt: ({ text, context, associated }) => sdk.vault.encrypt(text, context, associated),
  vaultDecrypt: ({ value, associated }) => sdk.vault.decrypt(value, associated),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { name, ...parameters } = JSON.parse(line);
  let outcome;
  try {
    outcome = { result: (await operations[name](parameters)) ?? null };
  } catch (error) {
    outcome = { error: String(error?.message ?? error) };
  }
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
}
