// Loaded into the process of the CLI: nothing leaves this machine.
const send = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const { hostname } = new URL(input instanceof Request ? input.url : input);
  if (hostname !== "127.0.0.1") throw new TypeError(`fetch failed: ${hostname} is blocked by the test`);
  return send(input, init);
};
