// Ranks the pairs of the priority table anew by the reader's own weights, and keeps the weights in
// the address. Without it the table stands with equal weights.
(function (d) {
  "use strict";
  var form = d.querySelector("form.k-weights"), tables = all("table.k-ranked");
  if (!form || !tables.length) return;
  var told = d.querySelector(".k-told"), share = d.querySelector("a.k-share"), inputs = all("input", form);
  var full = Number(tables[0].dataset.full), first = tables[0].tBodies[0].rows.length;
  var rows = all("tr[data-scores]").map(function (row, place) {
    return {
      row: row, place: place,
      scores: row.dataset.scores.split(",").map(function (s) { return s === "" ? null : Number(s); })
    };
  });
  function all(what, where) { return Array.prototype.slice.call((where || d).querySelectorAll(what)); }

  // A weight as written: a number within the limits of its field, and what was wrong with it.
  function weight(input, text) {
    var least = Number(input.min), most = Number(input.max), name = label(input);
    var number = text.trim() === "" ? NaN : Number(text.replace(",", "."));
    if (!isFinite(number)) return [Number(input.defaultValue), name + ": “" + text + "” is not a number; the weight " + input.defaultValue + " is used."];
    if (number < least) return [least, name + ": " + text + " is below " + least + ", the lowest weight; " + least + " is used."];
    if (number > most) return [most, name + ": " + text + " is above " + most + ", the highest weight; " + most + " is used."];
    return [number, ""];
  }
  function label(input) { return input.parentNode.firstChild.textContent.trim(); }

  // As analysis/priorities.py does: the weighted mean of the known scores, then how much is known.
  function key(scores, weights) {
    var sum = 0, known = 0, total = 0;
    scores.forEach(function (score, place) {
      total += weights[place];
      if (score !== null) { known += weights[place]; sum += weights[place] * score; }
    });
    return { fit: known > 0 ? sum / (full * known) : null, known: total > 0 ? known / total : 0 };
  }
  function order(a, b) {
    var fits = (b.fit === null ? -1 : round(b.fit)) - (a.fit === null ? -1 : round(a.fit));
    return fits || round(b.known) - round(a.known);
  }
  function round(share) { return Math.round(share * 1e9) / 1e9; }

  function rank(weights) {
    rows.forEach(function (one) { one.key = key(one.scores, weights); });
    var sorted = rows.slice().sort(function (a, b) { return order(a.key, b.key) || a.place - b.place; });
    var parts = tables.map(function () { return d.createDocumentFragment(); }), last = null;
    sorted.forEach(function (one, place) {
      one.rank = last && order(last.key, one.key) === 0 ? last.rank : place + 1;
      last = one;
      one.row.querySelector(".k-rank").textContent = one.rank.toLocaleString("en");
      one.row.querySelector(".k-fit").textContent = one.key.fit === null ? "–" : Math.floor(one.key.fit * 100 + 0.5) + "\u00a0%";
      parts[place < first ? 0 : 1].append(one.row);
    });
    tables.forEach(function (table, place) { table.tBodies[0].append(parts[place]); });
    all("table.k-ranked [aria-sort]").forEach(function (h) { h.removeAttribute("aria-sort"); });
  }

  function say(messages) {
    told.textContent = "";
    messages.forEach(function (message) {
      var line = d.createElement("p");
      line.textContent = message;
      told.append(line);
    });
  }

  // The weights of a form or of an address: what is missing weighs as much as in the HTML.
  function apply(texts, messages, write) {
    var weights = inputs.map(function (input) {
      if (!(input.name in texts)) return Number(input.defaultValue);
      var read = weight(input, texts[input.name]);
      if (read[1]) messages.push(read[1]);
      return read[0];
    });
    if (!weights.some(function (w) { return w > 0; })) {
      messages.push("Every weight is 0, so that nothing is left to rank by; equal weights are used.");
      weights = inputs.map(function (input) { return Number(input.defaultValue); });
    }
    if (write) inputs.forEach(function (input, place) { input.value = weights[place]; });
    rank(weights);
    say(messages);
    var parts = [];
    inputs.forEach(function (input, place) {
      if (weights[place] !== Number(input.defaultValue)) parts.push(input.name + "=" + weights[place]);
    });
    var query = parts.length ? "?" + parts.join("&") : "";
    share.href = query || location.pathname;
    return query;
  }
  function remember(query) {
    try { history.replaceState(null, "", (query || location.pathname) + location.hash); } catch (e) { /* a page opened as a file keeps its address */ }
  }
  function typed() {
    var texts = {};
    inputs.forEach(function (input) { texts[input.name] = input.value; });
    return texts;
  }

  var names = inputs.map(function (input) { return input.name; }), given = {}, messages = [], any = false;
  new URLSearchParams(location.search).forEach(function (text, name) {
    if (names.indexOf(name) >= 0) { given[name] = text; any = true; }
    else messages.push("“" + name + "” in the address is no criterion and was ignored.");
  });
  form.hidden = false;
  if (any || messages.length) apply(given, messages, true);
  form.addEventListener("input", function () { remember(apply(typed(), [], false)); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function (event) {
    event.preventDefault();
    remember(apply({}, [], true));
  });
})(document);
