/*
 * Keeps the whole app on this machine after the first visit. scripts/offline.ts puts in what the build holds:
 * VERSION is a hash of the content of all files, FILES their addresses relative to this script.
 * Caches belong to the whole origin, so their name begins with the scope. A file that is shared with the installed
 * app is held in memory until the page asks for it, never stored.
 */
const PREFIX = `synfin ${self.registration.scope} `;
const CACHE = PREFIX + VERSION;
/** A page of one version may still request its parts after the next version has taken over in another tab. */
const VERSIONS_KEPT = 2;
/** How long a shared file waits for its page, in milliseconds. */
const SHARED_FOR = 30_000;
let shared = null;
let sharedAreTaken = () => {};

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) =>
  event.waitUntil(Promise.all([forgetOld(), self.clients.claim()])),
);
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (!request.url.startsWith(self.registration.scope)) return;
  if (request.method === "POST") receive(event);
  else if (request.method === "GET") event.respondWith(answer(request));
});
self.addEventListener("message", (event) => {
  // The person agreed to the new version: nothing is replaced under a page that did not ask for it.
  if (event.data === "take-over") self.skipWaiting();
  if (event.data === "shared-files?") event.waitUntil(hand(event.source));
});

async function keepAll() {
  const cache = await caches.open(CACHE);
  await Promise.all(
    FILES.map(async (file) => {
      const response = await fetch(new Request(file, { cache: "reload" }));
      if (!response.ok) throw new Error(`${file}: ${response.status}`);
      // A page that was reached by a redirect may not answer a navigation.
      await cache.put(file, response.redirected ? new Response(response.body, response) : response);
    }),
  );
}

async function forgetOld() {
  const own = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(
    own.slice(0, Math.max(0, own.length - (VERSIONS_KEPT - 1))).map((name) => caches.delete(name)),
  );
}

/**
 * Hosts send `Vary: Origin`, which must not hide a file from a module script. The query of a page does not matter.
 */
async function answer(request) {
  const how = { ignoreVary: true, ignoreSearch: request.mode === "navigate" };
  const cache = await caches.open(CACHE);
  return (await cache.match(request, how)) ?? (await caches.match(request, how)) ?? fetch(request);
}

/** Files from the system's share sheet (share_target of the manifest). */
function receive(event) {
  const files = event.request.formData().then((form) => form.getAll("captures"));
  shared = files;
  event.respondWith(files.then(() => Response.redirect(self.registration.scope, 303)));
  event.waitUntil(
    new Promise((done) => {
      sharedAreTaken = done;
      setTimeout(done, SHARED_FOR);
    }),
  );
}

async function hand(client) {
  const files = await shared;
  shared = null;
  sharedAreTaken();
  if (files?.length > 0) client.postMessage({ kind: "shared-files", files });
}
