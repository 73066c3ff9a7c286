// Browsing: chips become filters with counts, words are searched for, results are drawn. The state
// is in the address. All words are on the page (macros-browse.html), ids and texts in the data.
(function (d) {
  "use strict";
  var root = d.querySelector(".k-browse"), known = window.knowledge || {}, data = known.records || {};
  var own = d.getElementById("browse-script");
  var parts = all("script[data-kind]").filter(function (s) { return data[s.dataset.kind]; }).map(function (s) {
    return { told: s.dataset, of: data[s.dataset.kind], said: (known.summaries || {})[s.dataset.kind] || [] };
  });
  if (!root || !parts.length) return;
  performance.mark("browse-data");
  var NOTHING = [], LONGEST = 200, WORDS = 12, AT_ONCE = 30, MONTHS = "January February March April May June July August September October November December".split(" ");
  // Facets whose labels a reader may type: a practice on gold need not say gold in its title.
  var TERMS = ["good", "country", "region", "approach", "type", "function", "series"];
  // Words that nearly every text has and that tell nothing apart.
  var COMMON = new Set("a an and are as at be by do does for from how in is it of on or that the their to was what where which who whom with".split(" "));

  function all(what, where) { return Array.prototype.slice.call((where || d).querySelectorAll(what)); }
  function part(name) { return root.querySelector("[data-part=" + name + "]"); }
  function make(tag, name, text) {
    var e = d.createElement(tag);
    if (name) e.className = name;
    if (text !== undefined) e.textContent = text;
    return e;
  }
  function button(name, text, does) {
    var b = make("button", name, text);
    b.type = "button";
    if (does) b.addEventListener("click", does);
    return b;
  }
  function number(n) { return n.toLocaleString("en"); }
  function counted(n) { return number(n) + " " + (n === 1 ? root.dataset.one : root.dataset.many); }
  function listed(words, last) { return words.length < 2 ? words.join("") : words.slice(0, -1).join(", ") + " " + (last || "and") + " " + words[words.length - 1]; }
  function short(text) { return text.length > 60 ? text.slice(0, 60) + "…" : text; }

  // Every record of every collection on the page, in the order of the collections and their titles.
  var records = [];
  parts.forEach(function (one) {
    one.first = records.length;
    one.of.ids.forEach(function (id, place) { records.push({ part: one, place: place, at: records.length }); });
  });
  function title(r) { return r.part.of.titles[r.place]; }
  function href(r) { return r.part.told.page.replace("/-/", "/" + r.part.of.ids[r.place] + "/"); }

  // The facets: chips of the page with the places of their values in the data.
  var facets = all("details[data-facet]", root).map(function (box) {
    var facet = { name: box.dataset.facet, label: box.querySelector("summary").textContent, box: box, chips: [], by: new Map(), of: [] };
    all("[data-v]", box).forEach(function (old) {
      var chip = button("k-chip"), value = old.dataset.v, shown = make("span", "", old.querySelector("span").textContent);
      var label = old.firstChild.textContent.trim(), one = { value: value, label: label, chip: chip, shown: shown, place: facet.chips.length };
      chip.append(label + " ", shown);
      chip.setAttribute("aria-pressed", "false");
      chip.addEventListener("click", function () { toggle(facet, one); });
      old.replaceWith(chip);
      facet.chips.push(one);
      facet.by.set(value, one);
    });
    parts.forEach(function (one) {
      var held = one.of.facets[facet.name], kind = facet.name === "kind" ? [facet.by.get(one.told.kind).place] : NOTHING;
      var places = held && held.ids.map(function (id) { return facet.by.get(id).place; });
      for (var n = 0; n < one.of.ids.length; n += 1) {
        var of = held ? held.of[n] : kind;
        // The numbers of the data give way to the places of the chips, in the same lists.
        if (held) for (var i = 0; i < of.length; i += 1) of[i] = places[of[i]];
        facet.of.push(of);
      }
    });
    return facet;
  });
  var named = new Map(facets.map(function (facet) { return [facet.name, facet]; }));

  var input = root.querySelector("#text"), order = part("order"), turn = part("turn"), count = part("count");
  var active = part("active"), told = part("told"), empty = part("empty"), found = part("found"), next = part("next"), plain = part("plain");
  var first = order.options[1].value, sorts = all("option", order).map(function (o) { return o.value; });
  var table = plain.querySelector("table[data-complete]"), rows = table ? Array.prototype.slice.call(table.tBodies[0].rows) : [];
  if (parts.length > 1 || rows.length !== records.length) table = null;
  var state, messages = [], shown = AT_ONCE, typing = false, timer = 0;

  // The address: what it asks for, and a sentence for all that it cannot ask for.
  function read() {
    state = { text: "", chosen: new Map(), sort: "", view: table ? root.dataset.view : "list" };
    messages = [];
    new URLSearchParams(location.search).forEach(function (value, name) {
      var facet = named.get(name), chip = facet && facet.by.get(value);
      if (name === "text") {
        if (!state.text) state.text = value.trim().slice(0, LONGEST);
        if (value.trim().length > LONGEST) messages.push("The words in the address were longer than " + LONGEST + " characters; the first " + LONGEST + " are used.");
      } else if (name === "sort") {
        if (sorts.indexOf(value) > -1) state.sort = value;
        else messages.push("“" + short(value) + "” is no order that these records can be put in; it was ignored.");
      } else if (name === "view") {
        if (value === "list" || (value === "table" && table)) state.view = value;
        else messages.push("“" + short(value) + "” is no way to show these records; it was ignored.");
      } else if (chip) choose(facet.name, value, true);
      else if (facet) messages.push("“" + short(value) + "” is nothing that “" + facet.label + "” knows here: it was misspelt, renamed or removed, or no record has it. It was ignored.");
      else messages.push("“" + short(name) + "” in the address is no filter of this page and was ignored.");
    });
    input.value = state.text;
    shown = AT_ONCE;
  }
  function choose(name, value, wanted) {
    var values = state.chosen.get(name) || [];
    values = values.filter(function (v) { return v !== value; });
    if (wanted) values.push(value);
    if (values.length) state.chosen.set(name, values);
    else state.chosen.delete(name);
  }
  function query() {
    var made = new URLSearchParams();
    if (state.text) made.set("text", state.text);
    facets.forEach(function (facet) {
      (state.chosen.get(facet.name) || []).forEach(function (value) { made.append(facet.name, value); });
    });
    if (state.sort) made.set("sort", state.sort);
    if (table && state.view !== root.dataset.view) made.set("view", state.view);
    var text = made.toString();
    return text ? "?" + text : location.pathname;
  }
  function go(replace) {
    try { history[replace ? "replaceState" : "pushState"](null, "", query()); } catch (e) { /* a page opened as a file keeps its address */ }
    messages = [];
    shown = AT_ONCE;
    draw();
  }
  function toggle(facet, one) {
    typing = false;
    choose(facet.name, one.value, (state.chosen.get(facet.name) || []).indexOf(one.value) < 0);
    go();
  }
  function clear() {
    state.text = input.value = "";
    state.chosen.clear();
    go();
    input.focus();
  }

  // Words. One form of a word stands for its others: labour and labor, organisation and
  // organization, mines and mine, listing and listed.
  function folded(word) { return word.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }
  var stems = new Map();
  function stem(word) {
    if (!stems.has(word)) stems.set(word, stemmed(word));
    return stems.get(word);
  }
  function stemmed(word) {
    var w = folded(word).replace(/[’']s?$/, "");
    if (!w || COMMON.has(w)) return null;
    if (w.length < 4 || /\d/.test(w)) return w;
    w = w.replace(/([a-z]{2})our/, "$1or").replace(/is(ation|ed?|es|ing|ers?)(s?)$/, "iz$1$2");
    if (/ies$/.test(w) && w.length > 4) w = w.slice(0, -3) + "y";
    else if (/(ss|x|ch|sh)es$/.test(w)) w = w.slice(0, -2);
    else if (/[^su]s$/.test(w) && !/is$/.test(w)) w = w.slice(0, -1);
    if (/ing$/.test(w) && w.length > 6) w = w.slice(0, -3);
    else if (/ed$/.test(w) && w.length > 5) w = w.slice(0, -2);
    if (/([bdgmnprt])\1$/.test(w)) w = w.slice(0, -1);
    return w.length > 4 ? w.replace(/e$/, "") : w;
  }
  var engine = null, texts = [], hits = new Map(), loading = {}, failed = false;
  function load(src, then) {
    if (!src || loading[src]) return;
    var script = loading[src] = make("script");
    script.onload = then;
    script.onerror = function () { failed = true; draw(); };
    script.src = src;
    d.head.append(script);
  }
  // The search itself and the words of the texts are asked for when a reader turns to the field.
  function prepare() {
    load(own.dataset.search, function () { index(); draw(); });
    parts.forEach(function (one) {
      load(one.told.texts, function () {
        var text = known.texts[one.told.kind];
        text.words.split(" ").forEach(function (word, place) {
          var held = stem(word), at = one.first, of = text.of[place];
          if (held && of) texts.push([held, of.map(function (step) { return (at += step); })]);
        });
        hits.clear();
        if (state.text) draw();
      });
    });
  }
  function index() {
    engine = new window.MiniSearch({ fields: ["title", "words", "summary", "terms"], processTerm: stem });
    engine.addAll(records.map(function (r) {
      var terms = TERMS.map(function (name) { return labels(r, name).join(" "); }).join(" ");
      return { id: r.at, title: title(r), words: r.part.of.words[r.place], summary: r.part.said[r.place] || "", terms: terms };
    }));
  }
  // Whether two words differ by one letter, or by two neighbours that changed places.
  function near(a, b) {
    if (Math.abs(a.length - b.length) > 1 || a.length < 4 || a[0] !== b[0]) return false;
    var i = 0, x = a.length, y = b.length;
    while (i < x && a[i] === b[i]) i += 1;
    while (x > i && y > i && a[x - 1] === b[y - 1]) { x -= 1; y -= 1; }
    return (x - i < 2 && y - i < 2) || (x - i === 2 && y - i === 2 && a[i] === b[i + 1] && a[i + 1] === b[i]);
  }
  function swaps(word) {
    return word.split("").slice(1).map(function (_, i) { return word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2); });
  }
  // The records that hold a word, or one that begins with it, with a score; a word that none holds
  // may have been mistyped.
  function holding(word) {
    if (hits.has(word)) return hits.get(word);
    var found = { of: new Map(), near: false };
    function add(at, score) { found.of.set(at, Math.max(found.of.get(at) || 0, score)); }
    function ask(term, options) {
      engine.search(term, Object.assign({ boost: { title: 4, words: 3, terms: 0.5 }, weights: { prefix: 0.6, fuzzy: 0.3 } }, options)).forEach(function (hit) { add(hit.id, hit.score); });
    }
    var options = { prefix: word.length > 2, processTerm: function (t) { return t; } };
    ask(word, options);
    texts.forEach(function (text) {
      var same = text[0] === word;
      if (same || (word.length > 2 && text[0].indexOf(word) === 0)) text[1].forEach(function (at) { add(at, same ? 0.5 : 0.3); });
    });
    if (!found.of.size && word.length > 3) {
      found.near = true;
      ask(word, { fuzzy: 1, processTerm: options.processTerm });
      swaps(word).forEach(function (term) { ask(term, options); });
      texts.forEach(function (text) { if (near(word, text[0])) text[1].forEach(function (at) { add(at, 0.1); }); });
    }
    hits.set(word, found);
    return found;
  }
  // What a text asks for: null for nothing, else the records with their scores, and what is to be
  // said of words that were left out.
  function searched() {
    if (!state.text) return null;
    var spoken = window.MiniSearch.getDefault("tokenize")(state.text).slice(0, WORDS), said = [];
    var words = spoken.map(function (word) { return { word: word, stem: stem(word) }; }).filter(function (w) { return w.stem; });
    if (!words.length) return { of: null, said: ["“" + short(state.text) + "” holds only words that nearly every text has; it was not searched for."] };
    words.forEach(function (w) { w.held = holding(w.stem); });
    var missing = words.filter(function (w) { return !w.held.of.size; }), left = words.filter(function (w) { return w.held.of.size; });
    var guessed = left.filter(function (w) { return w.held.near; });
    if (guessed.length) said.push("Nothing holds " + quoted(guessed) + " as it is written; words that differ by one letter are shown.");
    if (missing.length && left.length) said.push("Nothing holds " + quoted(missing) + "; this is what holds " + quoted(left) + ".");
    var scores = new Map(), numbers = new Map(), most = 0;
    left.forEach(function (w) {
      w.held.of.forEach(function (score, at) {
        var n = (numbers.get(at) || 0) + 1;
        numbers.set(at, n);
        scores.set(at, (scores.get(at) || 0) + score);
        most = Math.max(most, n);
      });
    });
    if (most < left.length) said.push("No record holds all of " + quoted(left) + " together; these hold " + (most === 1 ? "one" : most) + " of the " + left.length + " words.");
    numbers.forEach(function (n, at) { if (n < most) scores.delete(at); });
    return { of: scores, said: said };
  }
  function quoted(words) { return listed(words.map(function (w) { return "“" + short(w.word) + "”"; })); }

  // Counts as if the facet itself were free: a record counts for a facet that alone keeps it out.
  function counts(held) {
    var wanted = facets.map(function (facet) {
      return new Set((state.chosen.get(facet.name) || []).map(function (value) { return facet.by.get(value).place; }));
    });
    var result = { found: [], numbers: facets.map(function (facet) { return new Array(facet.chips.length).fill(0); }), without: facets.map(function () { return 0; }), words: 0 };
    for (var at = 0; at < records.length; at += 1) {
      var failing = -1, fails = 0, f;
      for (f = 0; f < facets.length; f += 1) {
        if (wanted[f].size && !facets[f].of[at].some(function (n) { return wanted[f].has(n); })) { failing = f; fails += 1; }
      }
      if (!fails) result.words += 1;
      if ((held && !held.has(at)) || fails > 1) continue;
      if (fails) result.without[failing] += 1;
      else result.found.push(at);
      for (f = 0; f < facets.length; f += 1) {
        if (!fails || f === failing) for (var n = 0, of = facets[f].of[at]; n < of.length; n += 1) result.numbers[f][of[n]] += 1;
      }
    }
    return result;
  }

  // The order: what is equal stays in the order of titles.
  var collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  function sorted(at, held) {
    var by = state.sort || (held ? "match" : first), places = named.get("evidence");
    if (by === "match" && !held) by = first;
    function key(n) {
      var r = records[n];
      if (by === "match") return Math.round(held.get(n) * 1e6);
      if (by === "date") return r.part.of.starts[r.place];
      if (by === "added") return r.part.of.added[r.place];
      if (by === "evidence") return places.of[n].length ? places.chips.length - Math.min.apply(null, places.of[n]) : 0;
      return 0;
    }
    var keys = at.map(function (n) { return [key(n), n]; });
    keys.sort(function (a, b) {
      if (by === "title" && parts.length > 1) return collator.compare(title(records[a[1]]), title(records[b[1]])) || a[1] - b[1];
      return a[0] === b[0] ? a[1] - b[1] : a[0] < b[0] ? 1 : -1;
    });
    return keys.map(function (pair) { return pair[1]; });
  }

  // A record as a row: title, one sentence, one line of facts, evidence and tiers.
  function day(text) {
    var p = text ? text.split("-") : [];
    return p.map(function (n, i) { return i === 1 ? MONTHS[n - 1] : String(Number(n)); }).reverse().join(" ");
  }
  function span(start, end) {
    if (start === end) return day(start);
    var a = start.split("-"), b = end.split("-"), same = 0;
    while (same < a.length && a[same] === b[same]) same += 1;
    return day(start).split(" ").slice(0, a.length - same).join(" ") + " to " + day(end);
  }
  function dates(r) {
    var of = r.part.of, start = of.starts[r.place], end = of.ends[r.place];
    if (r.part.told.kind === "event") return span(start, end) + (of.places[r.place] ? " · " + of.places[r.place] : "");
    if (start && end) return start === end ? day(start) : day(start) + " to " + day(end);
    return start ? "since " + day(start) : end ? "until " + day(end) : "";
  }
  function labels(r, name) {
    var facet = named.get(name);
    return facet ? facet.of[r.at].map(function (n) { return facet.chips[n].label; }) : [];
  }
  function facts(r) {
    var told = parts.length > 1 ? [r.part.told.one[0].toUpperCase() + r.part.told.one.slice(1)] : [];
    r.part.told.line.split(" ").forEach(function (name) {
      var words = name === "-" ? [dates(r)] : name ? labels(r, name) : [];
      if (words.length > 4) words = words.slice(0, 3).concat(words.length - 3 + " more");
      told.push(listed(words));
    });
    return told.filter(Boolean);
  }
  function svg(box) {
    var s = d.createElementNS("http://www.w3.org/2000/svg", "svg");
    s.setAttribute("viewBox", box);
    s.setAttribute("aria-hidden", "true");
    return s;
  }
  function use(where, id, x) {
    var u = d.createElementNS("http://www.w3.org/2000/svg", "use");
    u.setAttribute("href", "#" + id);
    if (x) u.setAttribute("x", x);
    where.append(u);
  }
  function marks(r) {
    var side = make("div", "k-side"), grade = named.get("evidence"), tiers = named.get("tier");
    var grades = grade ? grade.of[r.at] : [], reached = tiers ? tiers.of[r.at] : [];
    if (grades.length) {
      var ev = make("span", "k-ev"), bars = svg("0 0 26 10");
      use(bars, "i-e" + (grade.chips.length - 1 - grades[0]));
      ev.append(bars, labels(r, "evidence")[0]);
      side.append(ev);
    }
    if (reached.length) {
      var strip = make("span", "k-tier"), nodes = svg("0 0 44 10"), line = d.createElementNS("http://www.w3.org/2000/svg", "path");
      line.setAttribute("d", "M5 5h34");
      nodes.append(line);
      tiers.chips.forEach(function (_, n) { use(nodes, "i-t" + (reached.indexOf(n) > -1 ? 1 : 0), Math.floor(n * 34 / 3)); });
      strip.append(nodes, reached.length === tiers.chips.length ? "all tiers" : listed(labels(r, "tier").map(function (w) { return w.toLowerCase(); })));
      side.append(strip);
    }
    return side;
  }
  function row(at) {
    var r = records[at], li = make("li"), box = make("div"), a = make("a", "k-t", title(r)), told = facts(r), side = marks(r);
    a.href = href(r);
    box.append(a);
    if (r.part.said[r.place]) box.append(make("p", "", r.part.said[r.place]));
    if (told.length) {
      var line = make("p", "k-m");
      told.forEach(function (text) { line.append(make("span", "", text)); });
      box.append(line);
    }
    li.append(box);
    if (side.firstChild) li.append(side);
    return li;
  }

  function chosen() {
    var list = [];
    facets.forEach(function (facet, f) {
      (state.chosen.get(facet.name) || []).forEach(function (value) {
        list.push({ f: f, label: facet.label + ": " + facet.by.get(value).label, off: function () { choose(facet.name, value, false); } });
      });
    });
    if (state.text) list.unshift({ f: -1, label: "“" + short(state.text) + "”", off: function () { state.text = input.value = ""; } });
    return list;
  }
  function explain(list, made, held) {
    empty.textContent = "";
    empty.append(make("p", "k-h", "No " + root.dataset.one + " is recorded for this " + (list.length > 1 ? "combination." : "choice.")));
    empty.append(make("p", "", held && !held.size ? "Nothing in this library holds these words. Try fewer or other words." : "That is a finding, not an error: either nobody has done it, or nobody has told us."));
    var ways = make("ul", "k-plain");
    list.forEach(function (one, place) {
      var left = one.f < 0 ? made.words : made.without[one.f];
      // Several values of one facet fall together: only all of them at once make room.
      if (!left || list.some(function (other, n) { return n < place && other.f === one.f; })) return;
      var li = make("li"), many = list.filter(function (other) { return other.f === one.f; });
      li.append(button("k-btn2", "Remove " + listed(many.map(function (m) { return m.label; })), function () {
        many.forEach(function (m) { m.off(); });
        go();
        count.focus();
      }), " then " + counted(left));
      ways.append(li);
    });
    if (ways.firstChild) empty.append(make("p", "", "This is what empties it:"), ways);
    if (list.length) {
      var p = make("p");
      p.append(button("k-btn", "Clear all filters", clear));
      empty.append(p);
    }
  }

  function draw() {
    if (state.text && !engine) {
      prepare();
      if (!failed) { count.textContent = "Looking for “" + short(state.text) + "”"; return; }
    }
    var search = state.text && engine ? searched() : null, held = search && search.of;
    var made = counts(held), list = chosen(), idle = !list.length && root.dataset.idle === "plain";
    facets.forEach(function (facet, f) {
      var values = state.chosen.get(facet.name) || [];
      facet.chips.forEach(function (one, n) {
        var on = values.indexOf(one.value) > -1, text = number(made.numbers[f][n]);
        if (one.shown.textContent !== text) one.shown.textContent = text;
        one.chip.setAttribute("aria-pressed", String(on));
        one.chip.classList.toggle("k-zero", !made.numbers[f][n] && !on);
      });
    });
    var at = sorted(made.found, held), as_table = table && state.view === "table";
    count.textContent = "";
    if (list.length) count.append(make("b", "", number(at.length)), " of " + counted(records.length));
    else count.append(counted(records.length) + (idle && parts.length > 1 ? ". Choose a filter or type words." : ""));
    active.textContent = "";
    list.forEach(function (one) {
      var li = make("li"), b = button("k-chip k-x", one.label + " ×", function () {
        var place = list.indexOf(one);
        one.off();
        go();
        (all("button", active)[Math.min(place, list.length - 2)] || input).focus();
      });
      b.setAttribute("aria-label", "Remove filter " + one.label);
      li.append(b);
      active.append(li);
    });
    if (list.length > 1) {
      var last = make("li");
      last.append(button("k-chip k-x", "Clear all", clear));
      active.append(last);
    }
    active.hidden = !list.length;
    told.textContent = "";
    messages.concat(search ? search.said : [], failed ? ["The words could not be loaded, so they are not searched for."] : []).forEach(function (text) { told.append(make("p", "", text)); });
    told.hidden = !told.firstChild;
    empty.hidden = at.length > 0 || !list.length;
    if (!empty.hidden) explain(list, made, held);
    plain.hidden = !(idle || (as_table && at.length));
    found.hidden = idle || as_table || !at.length;
    found.textContent = "";
    if (!found.hidden) at.slice(0, shown).forEach(function (n) { found.append(row(n)); });
    next.parentNode.hidden = found.hidden || at.length <= shown;
    next.textContent = "Show " + number(Math.min(AT_ONCE, at.length - shown)) + " more";
    if (table) {
      var kept = new Set(at);
      rows.forEach(function (tr, n) { tr.hidden = !kept.has(n); });
      all(".k-letters", plain).forEach(function (nav) { nav.hidden = list.length > 0; });
      turn.hidden = false;
      turn.textContent = as_table ? "Show as a list" : "Show as a table";
      root.classList.toggle("k-as-table", Boolean(as_table));
    }
    order.value = state.sort || (held ? "match" : first);
    order.options[0].hidden = order.options[0].disabled = !held;
    order.parentNode.hidden = found.hidden;
    if (held) performance.mark("browse-found");
  }

  input.addEventListener("focus", prepare);
  input.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(function () {
      state.text = input.value.trim();
      go(typing);
      typing = true;
    }, 80);
  });
  root.querySelector("form").addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(timer);
    if (state.text !== input.value.trim()) { state.text = input.value.trim(); go(typing); }
    typing = false;
  });
  order.addEventListener("change", function () {
    state.sort = order.value === (state.text ? "match" : first) ? "" : order.value;
    go();
  });
  turn.addEventListener("click", function () {
    state.view = state.view === "table" ? "list" : "table";
    all(".k-facet", root).forEach(function (box) { box.open = state.view === "list" && "wide" in box.dataset; });
    go();
  });
  next.addEventListener("click", function () {
    var before = shown;
    shown += AT_ONCE;
    draw();
    var more = found.children[before];
    if (more) more.querySelector("a").focus();
  });
  addEventListener("popstate", function () { typing = false; read(); draw(); });
  count.tabIndex = -1;
  part("ways").hidden = false;
  read();
  facets.forEach(function (facet) {
    if (!state.chosen.has(facet.name)) return;
    facet.box.open = true;
    if (facet.box.parentNode.closest("details")) facet.box.parentNode.closest("details").open = true;
  });
  draw();
  performance.mark("browse-drawn");
})(document);
