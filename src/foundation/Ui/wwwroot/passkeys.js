// Passkeys (WebAuthn). The page brings the options and takes the answer in its own form; without this file it works by password and code.

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const keys = (list) => (list ?? []).map((key) => ({ ...key, id: bytes(key.id) }));

async function create(options) {
  const key = await navigator.credentials.create({
    publicKey: { ...options, challenge: bytes(options.challenge), user: { ...options.user, id: bytes(options.user.id) }, excludeCredentials: keys(options.excludeCredentials) },
  });
  return answer(key, {
    attestationObject: text(key.response.attestationObject),
    transports: key.response.getTransports?.() ?? [],
  });
}

async function get(options) {
  const key = await navigator.credentials.get({ publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: keys(options.allowCredentials) } });
  return answer(key, {
    authenticatorData: text(key.response.authenticatorData),
    signature: text(key.response.signature),
    userHandle: key.response.userHandle && text(key.response.userHandle),
  });
}

const answer = (key, response) => ({
  id: key.id,
  rawId: text(key.rawId),
  type: key.type,
  authenticatorAttachment: key.authenticatorAttachment ?? undefined,
  clientExtensionResults: key.getClientExtensionResults(),
  response: { clientDataJSON: text(key.response.clientDataJSON), ...response },
});

for (const place of document.querySelectorAll("[data-passkey]")) {
  const form = place.querySelector("form");
  const refused = place.querySelector("[data-refused]");
  place.hidden = false;
  form.addEventListener("submit", async (event) => {
    const field = form.elements["Key.Answer"];
    if (field.value) return;
    event.preventDefault();
    delete form.dataset.sent;
    try {
      const options = JSON.parse(place.dataset.options);
      field.value = JSON.stringify(await (place.dataset.passkey === "create" ? create(options) : get(options)));
      form.submit();
    } catch {
      // The person closed the browser's own question, or there is no key: the other ways stand on the page.
      refused.hidden = false;
    }
  });
}
