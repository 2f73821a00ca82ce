// The kill switch: in the place of sw.js it takes the service worker and all that it kept off the
// devices of readers, each at its next visit. Progress is stored elsewhere and stays.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  const work = async () => {
    const prefix = "prime-mover " + new URL(registration.scope).pathname + " ";
    for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
    await registration.unregister();
  };
  event.waitUntil(work());
});
