// Creates or uses a passkey when the button in an element with the attribute `data-passkey` is pressed, and submits the result.
(() => {
  "use strict";
  if (!window.PublicKeyCredential) return;

  const encode = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replaceAll("+", "-")
      .replaceAll("/", "_")
      .replaceAll("=", "");
  const decode = (text) =>
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

  const readOptions = (area) => {
    const options = JSON.parse(area.dataset.options);
    options.challenge = decode(options.challenge);
    if (options.user) options.user.id = decode(options.user.id);
    for (const each of [...(options.excludeCredentials ?? []), ...(options.allowCredentials ?? [])]) {
      each.id = decode(each.id);
    }
    return options;
  };

  const write = (credential) => {
    const { response } = credential;
    const values = {};
    for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (response[name]) values[name] = encode(response[name]);
    }
    return JSON.stringify({
      id: credential.id,
      rawId: encode(credential.rawId),
      type: credential.type,
      response: values,
      transports: response.getTransports?.() ?? [],
    });
  };

  const submit = (area, credential) => {
    const form = area.querySelector("form");
    form.elements.credential.value = write(credential);
    form.submit();
  };

  // A passkey that the user selects in the suggestions of the email field. Only one request can wait at a time.
  let waiting = null;
  const suggest = async (area) => {
    // The virtual authenticators of automated browsers would sign in at once, before a test can do anything else.
    if (navigator.webdriver || !document.querySelector("input[autocomplete~=webauthn]")) return;
    if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
    waiting = new AbortController();
    try {
      const options = { publicKey: readOptions(area), mediation: "conditional", signal: waiting.signal };
      submit(area, await navigator.credentials.get(options));
    } catch {
      // The user has pressed the button, or there are no passkeys to suggest.
    }
  };

  const run = async (area) => {
    const problems = [...area.querySelectorAll("[data-problem]")];
    const button = area.querySelector("button");
    const show = (name) => problems.forEach((each) => (each.hidden = each.dataset.problem !== name));
    show("");
    waiting?.abort();
    button.disabled = true;
    try {
      const publicKey = readOptions(area);
      submit(area, await navigator.credentials[area.dataset.passkey]({ publicKey }));
    } catch (error) {
      show(problems.some((each) => each.dataset.problem === error.name) ? error.name : "other");
      button.disabled = false;
      button.focus();
    }
  };

  // A page from the history has a disabled button and an old challenge.
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());

  document.querySelectorAll("[data-passkey-unsupported]").forEach((each) => each.remove());
  document.querySelectorAll("[data-passkey-supported]").forEach((each) => (each.hidden = false));
  for (const area of document.querySelectorAll("[data-passkey]")) {
    area.hidden = false;
    area.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      run(area);
    });
    if (area.dataset.passkey === "get") suggest(area);
  }
})();
