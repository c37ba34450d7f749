"use strict";
// Shows what the control API answers. Text goes into the page as text only: names are whatever players chose.

const POLL_MILLIS = 1000;
const MOST_REQUESTS = 200;
const $ = id => document.getElementById(id);

let requests = [];
let after = "";
let known = 0;
let clock = null;
const drawn = {};

/** An element with a class and children; strings become text. */
function el(tag, kind, ...children) {
  const node = document.createElement(tag);
  if (kind) node.className = kind;
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

const chip = (key, value) => el("span", "chip", key + " ", el("b", "", String(value)));
const tag = (text, kind) => el("span", "tag " + (kind || ""), text);
const empty = text => el("p", "empty", text);
const chips = amounts => Object.entries(amounts).map(([key, value]) => chip(key, value));
const time = text => text ? text.replace("T", " ").replace(/(\.\d+)?Z$/, "") : "";
const brief = path => path.replace(/^\/sdk\/v1/, "").replace(/([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f-]{22}/g, "$1…");
const short = number => String(Math.round(number * 100) / 100);

function button(text, method, path, body) {
  const node = el("button", "small", text);
  node.type = "button";
  node.addEventListener("click", () => call(method, path, body));
  return node;
}

function table(heads, rows) {
  const head = el("tr", "", ...heads.map(text => el("th", "", text)));
  return el("table", "", el("thead", "", head), el("tbody", "", ...rows));
}

/** Draws a part anew only if it changed, so that nothing moves under the pointer. */
function part(id, data, draw) {
  const text = JSON.stringify(data);
  if (drawn[id] !== text) {
    drawn[id] = text;
    $(id).replaceChildren(...[draw(data)].flat());
  }
}

// ---- What there is ----

function players(list) {
  return list.length === 0 ? empty("Nobody has registered yet.")
    : table(["Player", "Wallet", "Items", "To collect"], list.map(player => {
      const who = el("td", "",
        el("span", "dot" + (player.presence.online ? " on" : "")), player.name, " ",
        player.banned ? tag("banned", "bad") : null,
        el("div", "faint", player.externalPlayerId, player.presence.status ? " · " + player.presence.status : ""));
      return el("tr", "", who,
        el("td", "", ...chips(player.wallet)),
        el("td", "", ...chips(player.items)),
        el("td", "", ...player.pendingGrants.map(grant)));
    }));
}

function grant(pending) {
  const node = tag(pending.contents.crateItemKey || (pending.contents.entries || []).map(reward).join(", "));
  node.classList.add("chip");
  node.title = pending.sourceKind + " · " + pending.id;
  return node;
}

function reward(entry) {
  const amount = entry.amount ?? entry.quantity ?? 1;
  return (typeof amount === "object" ? amount.min + "–" + amount.max : amount)
    + " " + (entry.currencyKey || entry.itemKey || entry.crateItemKey);
}

function events(list) {
  return list.length === 0 ? empty("The game has no events.")
    : table(["Event", "Window", ""], list.map(event => {
      const path = "events/" + encodeURIComponent(event.key) + "/window/";
      return el("tr", "",
        el("td", "", event.key),
        el("td", "", event.window
          ? el("span", "", tag("open", "good"), " until " + time(event.window.endsAt))
          : tag(event.enabled ? "closed" : "switched off")),
        el("td", "act", event.window
          ? button("Close", "POST", path + "close")
          : event.enabled ? button("Open for 1 h", "POST", path + "open", {for: "1h"}) : null));
    }));
}

function rows(board) {
  return el("table", "", el("tbody", "", ...board.entries.slice(0, 6).map(row => el("tr", row.kind,
    el("td", "", String(row.rank)), el("td", "", row.name), el("td", "number", short(row.score))))));
}

function eventBoards(list) {
  return list.length === 0 ? empty("None yet.") : list.map(board => el("div", "card",
    el("h3", "", board.event, el("small", "", board.mode)),
    rows(board),
    el("div", "foot", el("small", "", board.participants + " on it"),
      board.finalizedReason ? tag(board.finalizedReason)
        : button("Close", "POST", "boards/" + encodeURIComponent(board.id) + "/close"))));
}

function boards(list) {
  const cards = list.flatMap(board => board.segments.map(segment => el("div", "card",
    el("h3", "", board.key + (segment.name ? " · " + segment.name : ""), el("small", "", board.resetCadence)),
    rows(segment),
    el("div", "foot", el("small", "", segment.participants + " on it")))));
  return cards.length === 0 ? empty("Nobody is on one yet.") : cards;
}

function lobbies(list) {
  return list.length === 0 ? empty("None yet.")
    : table(["Event", "Status", "In it", ""], list.map(lobby => {
      const path = "lobbies/" + encodeURIComponent(lobby.id) + "/";
      return el("tr", "",
        el("td", "", lobby.event, el("div", "faint", lobby.id)),
        el("td", "", tag(lobby.status, lobby.status === "active" ? "good" : lobby.status === "forming" ? "warn" : "")),
        el("td", "", lobby.players.join(", "),
          el("div", "faint", lobby.players.length + " players and " + lobby.botSlots + " bots of " + lobby.capacity)),
        el("td", "act",
          lobby.status === "forming" ? button("Fill", "POST", path + "fill") : null, " ",
          lobby.status !== "closed" ? button("Close", "POST", path + "close") : null));
    }));
}

function trouble(list) {
  return list.length === 0 ? empty("None: every request is answered as it should be.")
    : [...list.map(one => el("div", "", el("code", "", JSON.stringify(one)))),
      button("Clear all", "DELETE", "trouble")];
}

// ---- What happened ----

function request(entry) {
  const status = entry.status ? String(entry.status) : "—";
  const kind = !entry.status || entry.status >= 500 ? " bad" : entry.status >= 400 ? " warn" : "";
  const notes = [
    ...entry.effects.map(effect => {
      const node = el("span", "chip", el("b", effect.delta < 0 ? "loss" : "gain",
        (effect.delta > 0 ? "+" : "−") + Math.abs(effect.delta)), " " + effect.key + " → " + effect.balance);
      node.title = effect.externalPlayerId + " · " + effect.reason;
      return node;
    }),
    entry.trouble ? tag("trouble: " + entry.trouble, "warn") : null,
    entry.processed ? null : tag("not processed", "bad"),
    entry.replayed ? tag("replayed") : null,
  ].filter(note => note !== null);
  const line = el("div", "line", el("span", "status" + kind, status),
    el("span", "path", entry.method + " " + brief(entry.path)),
    el("small", "", time(entry.at).slice(11)));
  line.title = entry.id + " · " + entry.path;
  return el("li", "", line, notes.length > 0 ? el("div", "more", ...notes) : null);
}

// ---- Talking to the sandbox ----

async function fetchJson(method, path, body) {
  const answer = await fetch("/sandbox/" + path, {
    method,
    cache: "no-store",
    headers: body === undefined ? {} : {"Content-Type": "application/json"},
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.error ? json.error.message : "HTTP " + answer.status);
  return json;
}

async function call(method, path, body) {
  try {
    await fetchJson(method, path, body);
    await poll();
  } catch (problem) {
    notice(problem.message);
  }
}

let hiding;
function notice(text) {
  $("notice").textContent = text;
  $("notice").hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => { $("notice").hidden = true; }, 6000);
}

function show(state) {
  clock = state.clock;
  $("game").textContent = state.game.name;
  $("baseUrl").textContent = state.baseUrl;
  $("apiKey").textContent = state.apiKey;
  $("seed").textContent = String(state.seed);
  $("streams").textContent = String(state.openStreams);
  $("now").textContent = time(clock.now) + " UTC";
  $("pace").textContent = clock.frozen ? "frozen" : clock.speed === 1 ? "running" : "×" + clock.speed;
  $("pace").className = "tag " + (clock.frozen ? "warn" : "good");
  $("freeze").textContent = clock.frozen ? "Resume" : "Freeze";
  if (document.activeElement !== $("speed")) $("speed").value = String(clock.speed);
  $("playerCount").textContent = String(state.counts.players);
  part("players", state.players, players);
  part("events", state.events, events);
  part("eventBoards", state.eventBoards, eventBoards);
  part("boards", state.boards, boards);
  part("lobbies", state.lobbies, lobbies);
  part("trouble", state.trouble, trouble);
}

function showRequests(count) {
  $("requestCount").textContent = String(count);
  part("requests", requests, list => list.length === 0 ? el("li", "empty", "None yet.")
    : list.slice().reverse().map(request));
}

/** One after the other: a click may come while a poll is under way. */
let polling = Promise.resolve();
function poll() {
  polling = polling.then(look);
  return polling;
}

async function look() {
  try {
    const state = await fetchJson("GET", "state");
    if (state.counts.requests < known) { // it began anew
      requests = [];
      after = "";
    }
    known = state.counts.requests;
    const news = await fetchJson("GET", "requests?limit=" + MOST_REQUESTS + (after ? "&after=" + after : ""));
    requests = requests.concat(news.requests).slice(-MOST_REQUESTS);
    after = requests.length > 0 ? requests[requests.length - 1].id : "";
    show(state);
    showRequests(state.counts.requests);
    link("live", "good");
  } catch (problem) {
    link("no answer", "bad");
  }
}

function link(text, kind) {
  $("link").textContent = text;
  $("link").className = "tag " + kind;
}

let next;
async function live() {
  clearTimeout(next);
  if (document.hidden) return;
  await poll();
  clearTimeout(next);
  next = setTimeout(live, POLL_MILLIS);
}

document.addEventListener("visibilitychange", live);
$("freeze").addEventListener("click", () => clock && call("PUT", "clock", {frozen: !clock.frozen}));
$("speed").addEventListener("change", event => call("PUT", "clock", {speed: Number(event.target.value)}));
for (const node of document.querySelectorAll("[data-advance]")) {
  node.addEventListener("click", () => call("POST", "clock/advance", {by: node.dataset.advance}));
}
for (const node of document.querySelectorAll("[data-post]")) {
  node.addEventListener("click", () => {
    if (!node.dataset.ask || confirm(node.dataset.ask)) call("POST", node.dataset.post);
  });
}
$("makeTrouble").addEventListener("submit", event => {
  event.preventDefault();
  try {
    call("POST", "trouble", JSON.parse($("wish").value));
    $("wish").value = "";
  } catch (problem) {
    notice("This is not JSON: " + problem.message);
  }
});
live();
