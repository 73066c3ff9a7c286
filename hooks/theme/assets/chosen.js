// For pages on which a reader chooses records: what the address names, the files of data of what
// was chosen, and cells with their sources. Words come from the data and from the page.
(function (d) {
  "use strict";
  var k = window.knowledge = window.knowledge || {}, form = d.querySelector("form.k-choose"), loaded = {};
  if (!form) return;
  // A copy to be opened from a folder names the file of each page; then so do we.
  var home = form.dataset.root, file = /index\.html$/.test(home) ? "index.html" : "";
  var root = home.slice(0, home.length - file.length);

  function all(what, where) { return Array.prototype.slice.call((where || d).querySelectorAll(what)); }
  function el(tag, name, text) {
    var made = d.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  }
  function at(address) {
    var parts = /^([^?#]*)(.*)$/.exec(address);
    return root + parts[1] + (/(^|\/)$/.test(parts[1]) ? file : "") + parts[2];
  }
  function a(address, text) {
    var made = el("a", "", text);
    made.href = /^https?:/.test(address) ? address : at(address);
    return made;
  }
  // HTML of the site's own pages, with addresses that lead from this one.
  function html(text) {
    var made = d.createElement("template");
    made.innerHTML = text.split("\u001a").join(root);
    if (file) all("a[href]", made.content).forEach(function (link) {
      var href = link.getAttribute("href");
      if (href.indexOf(root) === 0) link.setAttribute("href", at(href.slice(root.length)));
    });
    return made.content;
  }
  function load(src) {
    if (!loaded[src]) loaded[src] = new Promise(function (done, failed) {
      var script = el("script");
      script.src = src;
      script.onload = done;
      script.onerror = function () { delete loaded[src]; failed(new Error(src)); };
      d.head.append(script);
    });
    return loaded[src];
  }
  function say(box, messages) {
    box.textContent = "";
    messages.forEach(function (message) { box.append(el("p", "", message)); });
  }
  function quoted(text) { return "“" + (text.length > 60 ? text.slice(0, 60) + "…" : text) + "”"; }

  // The ids that a parameter of the address names: known, each once, no more than fit. What was
  // left out is told and why.
  function named(params, name, select, most, noun, told) {
    var text = params.getAll(name).join(","), found = [];
    if (text.length > 600) {
      told.push("“" + name + "” in the address has " + text.length.toLocaleString("en") + " characters. No choice is that long, so it was ignored. Choose again below.");
      return found;
    }
    var options = all("option", select), now = {}, titles = {};
    options.forEach(function (option) {
      if (!option.value) return;
      now[option.value] = option.value;
      titles[option.value] = option.textContent;
    });
    options.forEach(function (option) {
      (option.dataset.formerly || "").split(" ").forEach(function (old) { if (old && !own(now, old)) now[old] = option.value; });
    });
    text.split(",").forEach(function (word) {
      var wanted = word.trim().toLowerCase();
      if (!wanted) return;
      if (!own(now, wanted)) { told.push(quoted(word.trim()) + " is the id of no " + noun + " here and was ignored. Choose from the list."); return; }
      var id = now[wanted];
      if (id !== wanted) told.push(quoted(wanted) + " is now called " + titles[id] + "; that is shown.");
      if (found.indexOf(id) >= 0) { told.push(titles[id] + " was named twice and stands once."); return; }
      if (found.length === most) { told.push("No more than " + most + " fit side by side, so " + titles[id] + " was left out."); return; }
      found.push(id);
    });
    return found;
  }
  function own(table, key) { return Object.prototype.hasOwnProperty.call(table, key); }
  // Parameters that the page does not know.
  function others(params, known, told) {
    var seen = {};
    params.forEach(function (_, name) {
      if (known.indexOf(name) < 0 && !own(seen, name)) { seen[name] = 1; told.push(quoted(name) + " in the address means nothing here and was ignored."); }
    });
  }
  function go(query) {
    try { history.pushState(null, "", (query || location.pathname) + location.hash); return true; } catch (e) {
      location.search = query; // a page opened as a file may not change its address, but can be opened anew
      return false;
    }
  }

  // The numbers of the sources, in the order in which the page first uses them.
  function Sources(list) {
    var numbers = {}, told = [];
    this.mark = function (anchor, record) {
      var source = record.sources[anchor];
      if (!source) return "";
      if (!own(numbers, anchor)) {
        numbers[anchor] = told.length + 1;
        told.push(source);
        var line = el("li"), text = source[1] ? a(source[1], source[0]) : el("cite", "", source[0]);
        line.id = anchor;
        line.append(text, ".");
        if (source[2]) line.append(" ", a(source[2], "All that rests on it"), ".");
        list.append(line);
      }
      var sup = el("sup", "k-cite-ref"), link = el("a", "", String(numbers[anchor]));
      link.href = "#" + anchor;
      link.setAttribute("aria-label", "Source " + numbers[anchor]);
      sup.append(link);
      return sup;
    };
    // The same for marks that stand in HTML already.
    this.renumber = function (part, record) {
      var mark = this.mark;
      all("sup.k-cite-ref", part).forEach(function (sup) {
        var anchor = (sup.querySelector("a") || sup).getAttribute("href") || "";
        var made = mark(anchor.slice(1), record);
        if (made) sup.replaceWith(made); else sup.remove();
      });
      return part;
    };
  }
  var marks = d.getElementById("marks");
  function mark(name) {
    var found = marks.content.querySelector('[data-mark="' + name + '"]');
    return found ? found.cloneNode(true) : "";
  }

  // A cell: value, then its state unless it is stated, basis, date, small print and sources.
  function cell(claims, record, sources, short) {
    var made = el("td");
    claims.forEach(function (claim) {
      var part = el("div", "k-claim"), value = el("span", short ? "k-v" : "k-long", claim[1] || "–");
      if (claim[1] && claim[6]) {
        var link = a(record.address + "#" + claim[6]);
        link.append(value);
        part.append(link);
      } else if (claim[1]) part.append(value);
      claim[5].map(function (anchor) { return sources.mark(anchor, record); })
        .sort(function (one, other) { return one.textContent - other.textContent; })
        .forEach(function (sup) { part.append(sup); });
      if (claim[0] !== "stated") part.append(mark(claim[0]));
      [claim[3], claim[2]].filter(Boolean).concat(claim[4]).forEach(function (text) { part.append(el("small", "k-note", text)); });
      made.append(part);
    });
    return made;
  }
  // Whether records differ on a topic: not knowing is never a difference, and what is to be verified
  // makes one only possible.
  function verdict(cells) {
    var known = [], sure = [];
    cells.forEach(function (claims) {
      var says = claims.filter(function (claim) { return claim[0] !== "unknown" && claim[0] !== "not-researched"; });
      if (!says.length) return;
      var text = says.map(function (claim) {
        var state = claim[0] === "silent" || claim[0] === "not-applicable" ? claim[0] : "", area = claims.length > 1 ? claim[4].join() : "";
        return [area, state, claim[1]].join("\t");
      }).sort().join("\n");
      known.push(text);
      if (!says.some(function (claim) { return claim[0] === "to-verify"; })) sure.push(text);
    });
    function alike(texts) { return texts.every(function (text) { return text === texts[0]; }); }
    if (known.length < 2) return "open";
    if (!alike(sure)) return "differ";
    if (!alike(known)) return "may";
    return sure.length < known.length ? "unsure" : known.length === cells.length ? "same" : "partly";
  }
  function nobody(claims) { return claims.every(function (claim) { return claim[0] === "not-researched" && !claim[4].length; }); }
  // The table of some topics: each a list of id, label, group, whether it is judged, and a page.
  function table(where, topics, records, sources, only) {
    var head = where.tHead, body = where.tBodies[0], counts = { differ: 0, may: 0, rows: 0 }, group = "";
    head.textContent = body.textContent = "";
    where.classList.toggle("k-four", records.length > 3);
    var row = el("tr"), first = el("th", "", "Topic");
    first.scope = "col";
    row.append(first);
    records.forEach(function (record) {
      var th = el("th");
      th.scope = "col";
      th.append(a(record.address, record.title));
      row.append(th);
    });
    head.append(row);
    topics.forEach(function (topic) {
      var cells = records.map(function (record) { return record.cells[topic.id] || [["not-researched", "", "", "", [], [], ""]]; });
      var found = topic.beside ? "beside" : verdict(cells);
      if (own(counts, found)) counts[found] += 1;
      if (only && found !== "differ" && found !== "may") return;
      counts.rows += 1;
      if (topic.group !== group) {
        var heading = el("tr", "k-grp"), th = el("th", "", group = topic.group);
        th.scope = "rowgroup";
        th.colSpan = records.length + 1;
        heading.append(th);
        body.append(heading);
      }
      var line = el("tr", found === "differ" || found === "may" ? "k-diff" : ""), label = el("th");
      label.scope = "row";
      label.append(topic.address ? a(topic.address, topic.label) : topic.label);
      line.append(label);
      if (cells.every(nobody)) {
        var none = el("td");
        none.colSpan = records.length;
        none.append(mark(records.length > 1 ? "nobody" : "not-researched"));
        line.className = "k-r-none";
        line.append(none);
        body.append(line);
        return;
      }
      if (records.length > 1) label.append(mark(found));
      var short = cells.every(function (claims) { return claims.every(function (claim) { return claim[1].length < 40; }); });
      cells.forEach(function (claims, place) {
        var made = cell(claims, records[place], sources, short);
        made.dataset.l = records[place].title;
        line.append(made);
      });
      body.append(line);
    });
    // As site.js does for tables that stand in the page: a folded one stays a table.
    all("tr, th, td", where).forEach(function (e) {
      e.setAttribute("role", e.tagName === "TR" ? "row" : e.tagName === "TD" ? "cell" : e.scope === "col" ? "columnheader" : "rowheader");
    });
    return counts;
  }
  k.chosen = { form: form, all: all, el: el, a: a, at: at, html: html, load: load, say: say, quoted: quoted, named: named, others: others, own: own, go: go, Sources: Sources, mark: mark, table: table };
})(document);
