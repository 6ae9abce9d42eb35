// The search page: what is asked stands in the address; Pagefind finds it in the index of the site itself.
// No module, so that it runs from a disk, too, and says there what it needs.

"use strict";
{
const form = document.getElementById("search");
const [field, status, results, more, order, ordering, trouble] = ["q", "status", "results", "more", "order", "ordering", "trouble"].map((id) => document.getElementById(id));
const groups = [...form.querySelectorAll("[data-filter]")];
const texts = form.dataset;
const table = (text) => Object.fromEntries(text.split(" ").map((pair) => pair.split("=")));
const letters = table(texts.letters);
const root = new URL(".", new URL(texts.home, location.href));
const PAGE = 10; // results shown at once
const LISTED = 12; // values of a filter shown at once
const SIGNS = /[^\p{L}\p{M}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/gu; // what parts a word: the index has "air-defence" whole and in parts
let engine, ready, names, found, asked = 0, shown = 0, timer;

// ── what is asked: the address tells it ─────────────────────────────────────────────────────

const chosen = (group) => new URLSearchParams(location.search).getAll(group.dataset.filter);

function question() {
  const told = new URLSearchParams(location.search);
  const filters = {};
  for (const group of groups) {
    const values = chosen(group);
    if (values.length) filters[group.dataset.filter] = "all" in group.dataset ? values : { any: values };
  }
  return { words: (told.get("q") ?? "").trim(), order: told.get("order") ?? "", filters };
}

function ask(change, { remember = true } = {}) {
  const told = new URLSearchParams(location.search);
  change(told);
  const address = `${location.pathname}${told.size ? `?${told}` : ""}`;
  if (address !== location.pathname + location.search) history[remember ? "pushState" : "replaceState"](null, "", address);
  answer();
}

const setWords = (told) => (field.value.trim() ? told.set("q", field.value.trim()) : told.delete("q"));

// ── finding ─────────────────────────────────────────────────────────────────────────────────

// The same letters that slug.folded makes of a name: the index has a copy of each odd word in them.
const plain = (text) => [...text.toLowerCase().normalize("NFC").replace(/['’‘ʻʼ`]/g, "")]
  .map((sign) => letters[sign] ?? sign.normalize("NFD").replace(/\p{M}/gu, "")).join("");

const months = Object.fromEntries(Object.entries(table(texts.months)).map(([name, month]) => [plain(name), month]));

// What the spellings of a name in several languages have in common: as in lexicon/heard.py.
const rows = JSON.parse(texts.heard).map(([pattern, writings]) => [new RegExp(pattern, "g"), writings]);

function heard(word) {
  if (!/^[a-z]+$/.test(word)) return [];
  const forms = rows.reduce((some, [pattern, writings]) => some.flatMap((form) => writings.map((each) => form.replace(pattern, each))), [word]);
  return [...new Set(forms.filter((form) => form.length > 3).map((form) => `${form.toLowerCase()}ƣ`))];
}

// The words of a query. A phrase is found as it stands or not at all; a full date is one word: the index has the days of meetings.
function wordsOf(query) {
  if (/^".*"$/.test(query)) return [{ typed: query, forms: [...new Set([query, plain(query)])], whole: true }];
  const days = new Map();
  const day = (typed, year, month, date) => {
    const name = `${year}${String(months[plain(month)] ?? month).padStart(2, "0")}${date.padStart(2, "0")}`;
    if (!/^\d{8}$/.test(name)) return typed;
    days.set(name, typed);
    return ` ${name} `;
  };
  const told = query
    .replace(/(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g, day)
    .replace(/(?<!\d)(\d{1,2})(?:\.\s*(?=\d)|\.?\s+)(\d{1,2}(?=\.)|\p{L}+)[.,]?\s*(\d{4})(?!\d)/gu, (typed, date, month, year) => day(typed, year, month, date))
    .replace(/(\p{L}+)\s+(\d{1,2}),?\s+(\d{4})(?!\d)/gu, (typed, month, date, year) => day(typed, year, month, date));
  return told.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => (days.has(word) ? { typed: days.get(word), forms: [word], whole: true } : { typed: word, forms: [...new Set([word, plain(word)])], sounds: heard(plain(word)) }));
}

// Of a word that begins no word of the index Pagefind takes the longest beginning that is one ("zzzqqq" would find "Z. Hasanov"),
// or passes over it. So each form of each word is looked up by itself: `there` are those that the index has, of `heard` the one
// that most have; `others` are words of what Pagefind finds where it has none.
async function looked(word) {
  const found = await Promise.all(word.forms.map((form) => isThere(form, word.whole)));
  const alike = await Promise.all((word.sounds ?? []).map(quoted));
  const [most] = alike.map((number, at) => [number, word.sounds[at]]).filter(([number]) => number).sort(([one], [other]) => other - one);
  return { typed: word.typed, there: word.forms.filter((_, at) => found[at] === true), heard: most?.[1], others: found.flatMap((each) => (each === true ? [] : each)) };
}

const quoted = async (form) => (await engine.search(`"${form.replaceAll('"', "")}"`)).results.length;

async function isThere(form, whole) {
  if (await quoted(form)) return true;
  if (whole) return [];
  const { results } = await engine.search(form);
  const shown = await Promise.all(results.slice(0, PAGE).map((result) => result.data()));
  const words = shown.flatMap(({ raw_content, meta }) => [raw_content, ...Object.values(meta)]).join(" ").split(/\s+/)
    .flatMap((each) => [each.replace(SIGNS, ""), ...each.split(SIGNS)]);
  const beginning = plain(form).replace(SIGNS, "");
  return words.some((each) => plain(each).startsWith(beginning)) || words;
}

async function find(words, { order, filters }) {
  const sort = order ? { date: order } : words.length ? {} : { date: "desc" };
  const search = (form) => engine.search(words.length ? words.map(form).join(" ") : null, { filters, sort });
  const most = (one, other) => (other.results.length > one.results.length ? other : one);
  const [typed, folded, alike] = await Promise.all([
    search(({ there, heard }) => there[0] ?? heard),
    search(({ there, heard }) => there.at(-1) ?? heard),
    search(({ there, heard }) => heard ?? there.at(-1)),
  ]);
  const exact = most(typed, folded);
  const all = most(exact, alike);
  if (order) return all;
  const results = new Map([...exact.results, ...alike.results].map((result) => [result.id, result])); // what only sounds alike comes behind
  return { ...all, results: [...results.values()] };
}

async function look({ words: query, order, filters }) {
  if (!query && !Object.keys(filters).length) return { results: [], filters: names };
  const words = await Promise.all(wordsOf(query).map(looked));
  const unknown = new Map(words.filter(({ there, heard }) => !there.length && !heard).map(({ typed, others }) => [typed, others]));
  if (unknown.size) return { results: [], filters: {}, unknown };
  const answer = await find(words, { order, filters });
  for (const name of Object.keys(filters).filter((each) => filters[each].any)) { // how many another choice would add
    const { [name]: _, ...others } = filters;
    const without = query || Object.keys(others).length ? (await find(words, { order, filters: others })).filters : names;
    answer.filters = { ...answer.filters, [name]: without[name] };
  }
  return answer;
}

async function answer() {
  const mine = ++asked;
  const { words, order: by, filters } = question();
  if (document.activeElement !== field) field.value = words;
  order.value = by;
  const narrowed = Object.keys(filters).length > 0;
  const nothingAsked = !words && !narrowed;
  try {
    await ready;
    const answer = await look({ words, order: by, filters });
    if (mine !== asked) return; // something else was asked meanwhile
    found = answer;
  } catch {
    return fail(texts.failed);
  }
  shown = 0;
  results.replaceChildren();
  const number = found.results.length;
  status.textContent = nothingAsked ? texts.begin : number ? texts.found.replace("{number}", number.toLocaleString(document.documentElement.lang))
    : words ? texts.nothing.replace("{query}", () => (found.unknown ? [...found.unknown.keys()].join(" ") : words)) : texts.nothingLeft;
  if (found.unknown) suggest(words, found.unknown);
  ordering.hidden = number < 2;
  await show(mine);
  groups.forEach(list); // below the results on a telephone: what comes later must not push them away
}

async function show(mine = asked) {
  const next = await Promise.all(found.results.slice(shown, shown + PAGE).map((result) => result.data()));
  if (mine !== asked) return;
  const rows = next.map(row);
  results.append(...rows);
  shown += rows.length;
  more.hidden = shown >= found.results.length;
  return rows[0];
}

function row({ raw_url, meta, filters, excerpt }) {
  const made = document.getElementById("result").content.cloneNode(true).firstElementChild;
  const [when, link, text, where] = [".when", ".what", "p", ".where"].map((part) => made.querySelector(part));
  when.textContent = meta.date ?? filters.what[0];
  link.textContent = meta.title;
  link.href = new URL(raw_url, root);
  where.textContent = [meta.date && (filters.kind ?? filters.what)[0], meta.where].filter(Boolean).join(" · ");
  excerpt.split(/<\/?mark>/).forEach((part, at) => { // Pagefind marks what it found, and escapes "<" and ">"
    const words = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    const mark = at % 2 ? document.createElement("mark") : null;
    mark?.append(words);
    text.append(mark ?? words);
  });
  return made;
}

// ── a slip of the pen ───────────────────────────────────────────────────────────────────────

function suggest(words, unknown) {
  const known = ["official", "country"].flatMap((name) => Object.keys(names[name] ?? {})).flatMap((name) => name.split(/\s+/));
  const meant = wordsOf(words).map(({ typed }) => (unknown.has(typed) ? nearest(typed, new Set([...known, ...unknown.get(typed)])) : typed)).filter(Boolean).join(" ");
  if (!meant) return;
  const link = document.createElement("a");
  link.textContent = meant;
  link.href = `?${new URLSearchParams({ q: meant })}`;
  const [before, after] = texts.meant.split("{name}");
  status.append(` ${before}`, link, after);
}

function nearest(word, known) {
  const folded = plain(word);
  let best = "", least = folded.length < 5 ? 2 : Math.max(3, folded.length / 3);
  for (const name of known) {
    const away = distance(folded, plain(name));
    if (away < least) [best, least] = [name, away];
  }
  return best;
}

function distance(one, other) {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const line = [i];
    for (let j = 1; j <= other.length; j++) line[j] = Math.min(above[j] + 1, line[j - 1] + 1, above[j - 1] + (one[i - 1] !== other[j - 1]));
    above = line;
  }
  return above[other.length];
}

// ── filters ─────────────────────────────────────────────────────────────────────────────────

function list(group) {
  const name = group.dataset.filter;
  const ticked = chosen(group);
  const counts = { ...found.filters[name] };
  for (const value of ticked) counts[value] ??= 0;
  const values = Object.keys(counts).filter((value) => counts[value] || ticked.includes(value));
  const narrow = group.querySelector("input[type=search]");
  const wanted = plain(narrow.value);
  const rank = (value) => ticked.includes(value) ? Infinity : name === "year" ? Number(value) : counts[value];
  const listed = values.filter((value) => ticked.includes(value) || plain(value).includes(wanted))
    .sort((one, other) => rank(other) - rank(one) || one.localeCompare(other, document.documentElement.lang)).slice(0, Math.max(LISTED, ticked.length));
  narrow.hidden = values.length <= LISTED;
  group.hidden = !values.length;
  if (ticked.length) group.open = true;
  group.querySelector(".count").textContent = ticked.length || "";
  const focused = group.contains(document.activeElement) && document.activeElement.value;
  group.querySelector("ul").replaceChildren(...listed.map((value) => choice(group, value, counts[value], ticked.includes(value))));
  if (focused) [...group.querySelectorAll("input[type=checkbox]")].find((box) => box.value === focused)?.focus();
}

function choice(group, value, count, ticked) {
  const made = document.createElement("li");
  const label = document.createElement("label");
  const box = Object.assign(document.createElement("input"), { type: "checkbox", value, checked: ticked });
  const number = Object.assign(document.createElement("span"), { className: "count", textContent: count });
  box.addEventListener("change", () => ask((told) => (box.checked ? told.append(group.dataset.filter, value) : told.delete(group.dataset.filter, value))));
  label.append(box, ` ${value}`);
  made.append(label, number);
  return made;
}

// ── beginning ───────────────────────────────────────────────────────────────────────────────

function fail(why) {
  form.remove();
  trouble.hidden = false;
  trouble.textContent = why;
}

function listen() {
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); ask(setWords); });
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => ask(setWords, { remember: false }), 200); });
  order.addEventListener("change", () => ask((told) => (order.value ? told.set("order", order.value) : told.delete("order"))));
  more.addEventListener("click", async () => (await show())?.querySelector("a").focus());
  for (const group of groups) group.querySelector("input").addEventListener("input", () => list(group));
  addEventListener("popstate", () => { field.blur(); answer(); });
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}

async function load() {
  engine = await import(new URL(texts.engine, location.href));
  await engine.options({ ranking: { metaWeights: { about: 20, title: 5, names: 3, where: 1, date: 1 } } });
  names = await engine.filters();
}

if (location.protocol === "file:") {
  fail(texts.disk); // a browser lets no page from a disk read the index
} else {
  form.hidden = false;
  trouble.hidden = true;
  ready = load();
  listen();
  if (!location.search) field.focus();
  answer();
}
}
