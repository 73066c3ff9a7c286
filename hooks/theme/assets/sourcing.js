// The check before sourcing: the answer for origins, a good or chain and home markets, made of the
// records' own words. The whole choice is in the address.
(function (d) {
  "use strict";
  var k = window.knowledge, c = k && k.chosen;
  if (!c) return;
  var form = c.form, data = form.dataset, most = Number(data.most), looked = Number(data.looked);
  var origins = c.all("select[name=from]", form), goods = form.elements.good, boxes = c.all("input[name=market]", form);
  var elsewhere = form.elements.elsewhere, told = d.querySelector(".k-told"), part = d.querySelector(".k-chosen");
  var title = d.title, turn = 0, search = "", words = d.getElementById("words").content;
  var topics = c.all("i", d.getElementById("topics").content).map(function (one) {
    return { id: one.dataset.id, group: one.dataset.group, beside: "beside" in one.dataset, label: one.textContent, address: "" };
  });
  origins.slice(1).concat(elsewhere).forEach(function (select) {
    c.all("option", origins[0]).slice(1).forEach(function (option) { select.append(option.cloneNode(true)); });
  });

  function word(name, tag) { return c.el(tag || "p", "", words.querySelector('[data-word="' + name + '"]').textContent); }
  function slot(name) { var found = part.querySelector('[data-part="' + name + '"]'); found.textContent = ""; return found; }
  function option(id) { return c.all("option", goods).filter(function (one) { return one.value === id; })[0]; }
  function query() {
    var from = origins.map(function (select) { return select.value; }).filter(Boolean), parts = [];
    var market = boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; }).concat(elsewhere.value || []);
    if (from.length) parts.push("from=" + from.join(","));
    if (goods.value) parts.push("good=" + goods.value);
    if (market.length) parts.push("market=" + market.join(","));
    return parts.length ? "?" + parts.join("&") : "";
  }

  function show(focus) {
    var params = new URLSearchParams(search = location.search), messages = [], now = ++turn;
    c.others(params, ["from", "good", "market"], messages);
    var from = c.named(params, "from", origins[0], most, "country", messages);
    var good = c.named(params, "good", goods, 1, "good or supply chain", messages)[0] || "";
    var market = c.named(params, "market", elsewhere, boxes.length + 1, "market", messages);
    origins.forEach(function (select, place) { select.value = from[place] || ""; });
    goods.value = good;
    room();
    boxes.forEach(function (box) { box.checked = market.indexOf(box.value) >= 0; });
    var others = market.filter(function (id) { return !boxes.some(function (box) { return box.value === id; }); });
    elsewhere.value = others[0] || "";
    if (others.length > 1) {
      messages.push("One market beside those in the list can be chosen; the first, " + elsewhere.selectedOptions[0].textContent + ", was kept.");
      market = market.filter(function (id) { return others.indexOf(id) < 1; });
    }
    if (!from.length && (good || market.length)) messages.push("Choose a country of origin to see the answer.");
    c.say(told, messages);
    part.hidden = true;
    d.title = title;
    if (!from.length) return;
    var chains = good ? option(good).dataset.chains.split(" ").filter(Boolean) : [];
    var files = from.map(function (id) { return data.file.replace("{file}", id); })
      .concat(from.concat(market).map(function (id) { return data.origin.replace("{file}", id); }))
      .concat(chains.map(function (id) { return data.chain.replace("{file}", id); }));
    Promise.all(files.map(c.load)).then(function () {
      var unions = [];
      market.forEach(function (id) { k.origins[id].unions.forEach(function (union) { if (market.indexOf(union) < 0) unions.push(data.origin.replace("{file}", union)); }); });
      return Promise.all(unions.map(c.load));
    }).then(function () {
      if (now === turn) draw(from, good, chains, market, focus);
    }, function () {
      if (now === turn) c.say(told, messages.concat("The records could not be loaded. Try again, or follow the steps below."));
    });
  }

  function draw(from, good, chainIds, market, focus) {
    var list = part.querySelector(".k-refs"), places = from.map(function (id) { return k.origins[id]; });
    list.textContent = "";
    var sources = new c.Sources(list), chosen = good ? option(good) : null, isGood = chosen && chosen.dataset.kind === "good";
    var chains = chainIds.map(function (id) { return k.chains[id]; }), id = isGood ? good : "";
    function put(where, html, record) { if (html) where.append(sources.renumber(c.html(html), record)); return html; }
    function heading(where, address, text) { var h = c.el("h4"); h.append(address ? c.a(address, text) : text); where.append(h); }

    var names = places.map(function (one) { return one.title; }), where = names.length > 1 ? names.slice(0, -1).join(", ") + " and " + names[names.length - 1] : names[0];
    var h2 = part.querySelector("h2");
    h2.textContent = (chosen ? chosen.textContent + " from " : "Goods from ") + where;
    d.title = h2.textContent + " – " + title;
    part.querySelector(".k-share").href = location.href.split("#")[0];
    c.table(part.querySelector("table"), topics, from.map(function (one) { return k.countries[one]; }), sources, false);
    listed(slot("listed"));
    glance(slot("glance"));
    duties(slot("duties"));
    work(slot("work"));
    ask(slot("ask"));
    call(slot("call"));
    var open = slot("open");
    places.forEach(function (place) {
      heading(open, place.address, place.title);
      if (!put(open, place.open.trim(), place)) open.append(word("nothing-open"));
    });
    part.hidden = false;
    if (focus) h2.focus();

    // The answer in a few words: each leads to the part that says more.
    function glance(box) {
      function fact(name, anchor, texts) {
        var div = c.el("div"), dt = c.el("dt"), link = word(name, "a");
        link.href = "#" + anchor;
        dt.append(link);
        div.append(dt);
        texts.forEach(function (text) { div.append(c.el("dd", "", text)); });
        box.append(div);
      }
      function told(text, number) { return places.length > 1 ? places[number].title + ": " + text : text; }
      [["work-from", "minimum-age-work"], ["hazardous-from", "minimum-age-hazardous-work"]].forEach(function (pair) {
        fact(pair[0], "origin-law", from.map(function (one, number) {
          return told((k.countries[one].cells[pair[1]] || [["not-researched", ""]]).map(function (claim) {
            var state = claim[0] === "stated" ? "" : c.mark(claim[0]).textContent.trim();
            return claim[1] + (state ? (claim[1] ? " (" + state + ")" : state) : "");
          }).join("; "), number);
        }));
      });
      if (chosen) fact("glance-listed", "listed", places.map(function (place, number) { return told(word(on(place).exact.length ? "yes-listed" : place.union ? "union" : "not-listed").textContent, number); }));
      var laws = [];
      market.forEach(function (one) {
        [one].concat(k.origins[one].unions).forEach(function (place) {
          c.all("a.k-t", c.html(k.origins[place].duties)).forEach(function (a) { if (laws.indexOf(a.textContent) < 0) laws.push(a.textContent); });
        });
      });
      fact("glance-laws", "home-law", [market.length ? laws.join(", ") || word("no-duty").textContent : word("no-choice").textContent]);
    }
    // The listed goods of a country: those chosen, and others of the same chain.
    function on(place) {
      var all = Object.keys(place.listed), held = {};
      chains.forEach(function (chain) { chain.goods.forEach(function (one) { held[one] = true; }); });
      return {
        all: all,
        exact: all.filter(function (one) { return isGood ? one === id : c.own(held, one); }),
        near: isGood ? all.filter(function (one) { return one !== id && c.own(held, one); }) : []
      };
    }
    function lines(where, ids, place) {
      var ul = c.el("ul", "k-plain");
      ids.forEach(function (one) { put(ul, place.listed[one], place); });
      where.append(ul);
    }
    function listed(box) {
      places.forEach(function (place, number) {
        var found = on(place), all = found.all, exact = found.exact, near = found.near;
        heading(box, place.address, place.title);
        if (place.union) box.append(word("union"));
        else if (!chosen) {
          if (all.length) { box.append(word("no-good")); lines(box, all, place); } else box.append(word("nothing-listed"));
        } else {
          box.append(word(exact.length ? "is-listed" : "not-listed"));
          if (exact.length) lines(box, exact, place);
          if (near.length) { box.append(word("chain-listed")); lines(box, near, place); }
        }
        chains.forEach(function (chain) {
          var reported = chain.reported[from[number]];
          if (reported) { box.append(word("reported")); put(box, reported, chain); }
        });
      });
    }
    function duties(box) {
      if (!market.length) {
        box.append(word("no-market"));
        var ul = c.el("ul", "k-plain");
        boxes.forEach(function (one) { var li = c.el("li"), a = c.el("a", "", one.parentNode.textContent.trim()), was = query(); a.href = was + "&market=" + one.value; li.append(a); ul.append(li); });
        box.append(ul);
      }
      market.forEach(function (one) {
        var place = k.origins[one];
        heading(box, place.address, place.title);
        if (!put(box, place.duties, place)) box.append(word("no-duty"));
        place.unions.forEach(function (union) {
          if (market.indexOf(union) >= 0) return;
          box.append(word("union-too"));
          put(box, k.origins[union].duties, k.origins[union]);
        });
      });
    }
    // Each record once, where it is nearest.
    function work(box) {
      var seen = {}, groups = { here: [], same: [], other: [] };
      function near(one) { return isGood ? one[3].indexOf(id) >= 0 || one[4].some(function (chain) { return chainIds.indexOf(chain) >= 0; }) : one[4].concat(one[3]).some(function (chain) { return chainIds.indexOf(chain) >= 0; }); }
      function add(name, one) { var key = one[1] + "/" + one[0]; if (!c.own(seen, key)) { seen[key] = 1; groups[name].push(one); } }
      places.forEach(function (place) { place.work.forEach(function (one) { if (chosen && near(one)) add("here", one); }); });
      chains.forEach(function (chain) { chain.work.forEach(function (one) { add("same", one); }); });
      places.forEach(function (place) { place.work.forEach(function (one) { add("other", one); }); });
      var practices = [], initiatives = [];
      ["here", "same", "other"].forEach(function (name, distance) {
        groups[name].forEach(function (one) { (one[1] === "practice" ? practices : initiatives).push({ one: one, name: name, rank: distance * 10 + (isGood && one[3].indexOf(id) >= 0 ? 0 : 5) }); });
      });
      practices.sort(function (x, y) { return x.rank - y.rank || y.one[2] - x.one[2]; });
      var strong = practices.filter(function (x) { return x.one[2] >= looked; }), shown = strong.slice(0, 4);
      shown = shown.concat(practices.filter(function (x) { return x.one[2] < looked; }).slice(0, Math.max(2, 5 - shown.length)));
      if (strong.length < 2) box.append(word("few"));
      if (!practices.length && !initiatives.length) box.append(word("no-work"));
      ["here", "same", "other"].forEach(function (name) { group(box, word(name, "h4"), shown.filter(function (x) { return x.name === name; })); });
      group(box, word("initiatives", "h4"), initiatives.sort(function (x, y) { return x.rank - y.rank; }).slice(0, 6));
    }
    function group(box, h4, found) {
      if (!found.length) return;
      var ul = c.el("ul", "k-list");
      found.forEach(function (x) { c.all("li", c.html(x.one[5])).forEach(function (li) { ul.append(li); }); });
      box.append(h4, ul);
    }
    function ask(box) {
      var any = false;
      chains.forEach(function (chain) {
        from.forEach(function (one) { if (chain.ask[one]) { box.append(word("stages", "h4")); put(box, chain.ask[one], chain); any = true; } });
      });
      places.forEach(function (place, number) {
        if (!/<li/.test(place.ask)) return;
        if (!number) box.append(word("law-open", "h4"));
        put(box, place.ask, place);
        any = true;
      });
      if (!any) box.append(word("no-question"));
      chains.forEach(function (chain) { if (chain.guidance) { box.append(word("guidance", "h4")); put(box, chain.guidance, chain); } });
    }
    function call(box) {
      places.forEach(function (place) {
        heading(box, place.address, place.title);
        if (!put(box, place.call.trim(), place)) box.append(word("no-call"));
      });
      chains.forEach(function (chain) { if (chain.call.trim()) { box.append(word("chain-call", "h4")); put(box, chain.call, chain); } });
    }
  }

  // Room for one more origin than are chosen.
  function room() {
    origins.forEach(function (select, place) { select.parentNode.hidden = place > 0 && !select.value && !origins[place - 1].value; });
  }
  form.hidden = false;
  form.addEventListener("change", room);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (!origins.some(function (select) { return select.value; })) {
      c.say(told, ["Choose a country of origin first."]);
      origins[0].focus();
      return;
    }
    if (c.go(query())) show(true);
  });
  // A jump to a part of the page is in the history too, and changes nothing.
  window.addEventListener("popstate", function () { if (location.search !== search) show(false); });
  show(false);
})(document);
