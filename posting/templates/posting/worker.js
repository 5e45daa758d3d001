{% load static %}/* Opens the short form without a signal, and sends what waits after its page has been closed. */
"use strict";
importScripts("{% static "posting/store.js" %}", "{% static "posting/outbox.js" %}");
const PAGES = {{ pages|safe }};
const FILES = {{ files|safe }};
const URLS = {{ urls|safe }};
const PAGES_CACHE = "kirim-pages";
const FILES_CACHE = "kirim-files";

async function forget() {
  await caches.delete(PAGES_CACHE);
}

/* A page is kept without its question mark: it holds the fields of every kind. */
async function keep(path, answer) {
  if (answer.ok && !answer.redirected) await (await caches.open(PAGES_CACHE)).put(path, answer);
}

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil((async () => {
    await (await caches.open(FILES_CACHE)).addAll(FILES);
    await Promise.all(PAGES.map((path) => fetch(path, { credentials: "same-origin" })
      .then((answer) => keep(path, answer)).catch(() => {})));
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(FILES_CACHE);
    const old = (await cache.keys()).filter((request) => FILES.indexOf(new URL(request.url).pathname) < 0);
    await Promise.all(old.map((request) => cache.delete(request)));
    await self.clients.claim();
  })());
});

/* From the line if there is one; whoever has been signed out finds nothing kept of the pages. */
async function page(request, path) {
  try {
    const answer = await fetch(request);
    if (answer.type === "opaqueredirect" || answer.redirected) await forget();
    else await keep(path, answer.clone());
    return answer;
  } catch (error) {
    const kept = await (await caches.open(PAGES_CACHE)).match(path);
    if (kept) return kept;
    throw error;
  }
}

async function file(request) {
  const cache = await caches.open(FILES_CACHE);
  const kept = await cache.match(request);
  const fresh = fetch(request).then(async (answer) => {
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  });
  if (!kept) return fresh;
  fresh.catch(() => {});
  return kept;
}

self.addEventListener("fetch", (event) => {
  const path = new URL(event.request.url).pathname;
  if (event.request.method !== "GET") return;
  if (event.request.mode === "navigate" && PAGES.indexOf(path) >= 0) event.respondWith(page(event.request, path));
  else if (FILES.indexOf(path) >= 0) event.respondWith(file(event.request));
});

self.addEventListener("sync", (event) => {
  if (event.tag !== "kirim") return;
  event.waitUntil((async () => {
    const answer = await fetch(URLS.who, { credentials: "same-origin", headers: { "X-Requested-With": "XMLHttpRequest" } });
    if (!answer.ok) return;
    const { user } = await answer.json();
    const outcomes = await self.kirim.sendAll({ user, urls: URLS });
    if (outcomes.some(self.kirim.isForLater)) throw new Error("later");
  })());
});
