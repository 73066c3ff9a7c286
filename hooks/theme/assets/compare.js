// Two to four records of the reader's choice side by side; the whole choice is in the address.
(function (d) {
  "use strict";
  var k = window.knowledge, c = k && k.chosen;
  if (!c) return;
  var form = c.form, data = form.dataset, most = Number(data.most), selects = c.all("select", form);
  var boxes = c.all("input[name=topics]", form), differ = form.elements.differ, told = d.querySelector(".k-told");
  var part = d.querySelector(".k-chosen"), table = part.querySelector("table"), ages = part.querySelector(".k-ages");
  var title = d.title, turn = 0, search = "";
  var first = boxes.map(function (box) { return box.defaultChecked; });
  selects.slice(1).forEach(function (select) {
    c.all("option", selects[0]).slice(1).forEach(function (option) { select.append(option.cloneNode(true)); });
  });

  function topics(params, messages) {
    if (!params.has("topics")) return first.slice();
    var text = params.getAll("topics").join(","), known = {}, chosen = boxes.map(function () { return false; });
    if (text.length > 4000) { messages.push("“topics” in the address has " + text.length.toLocaleString("en") + " characters, more than all topics together. It was ignored, and the usual topics are shown."); return first.slice(); }
    boxes.forEach(function (box, place) { known[box.value] = place; });
    text.split(",").forEach(function (word) {
      var id = word.trim().toLowerCase();
      if (id && c.own(known, id)) chosen[known[id]] = true;
      else if (id) messages.push(c.quoted(word.trim()) + " is no topic here and was ignored. Open “Choose topics” to see all.");
    });
    if (chosen.indexOf(true) >= 0) return chosen;
    messages.push("No topic was left, so the usual topics are shown.");
    return first.slice();
  }
  function query() {
    var ids = selects.map(function (select) { return select.value; }).filter(Boolean), parts = [];
    if (ids.length) parts.push(data.name + "=" + ids.join(","));
    if (boxes.some(function (box, place) { return box.checked !== first[place]; }))
      parts.push("topics=" + boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; }).join(","));
    if (differ.checked) parts.push("differ=yes");
    return parts.length ? "?" + parts.join("&") : "";
  }

  function show(focus) {
    var params = new URLSearchParams(search = location.search), messages = [], now = ++turn;
    c.others(params, [data.name, "topics", "differ"], messages);
    var ids = c.named(params, data.name, selects[0], most, data.one, messages), chosen = topics(params, messages);
    if (params.has("differ") && params.get("differ") !== "yes") messages.push("“differ” in the address can only be “yes”; all rows are shown.");
    selects.forEach(function (select, place) { select.value = ids[place] || ""; });
    boxes.forEach(function (box, place) { box.checked = chosen[place]; });
    differ.checked = params.get("differ") === "yes";
    if (ids.length === 1) messages.push("One " + data.one + " is chosen. Choose a second to compare it with.");
    c.say(told, messages);
    part.hidden = true;
    d.title = title;
    if (ids.length < 2) return;
    var files = ids.map(function (id) {
      var option = c.all("option", selects[0]).filter(function (o) { return o.value === id; })[0];
      return data.file.replace("{file}", option.dataset.file || id);
    });
    Promise.all(files.map(c.load)).then(function () {
      if (now !== turn) return;
      draw(ids.map(function (id) { return k[data.table][id]; }), focus);
    }, function () {
      if (now === turn) c.say(told, messages.concat("The records could not be loaded. Try again, or read them on their own pages."));
    });
  }
  function draw(records, focus) {
    var list = part.querySelector(".k-refs"), names = records.map(function (record) { return record.title; });
    list.textContent = "";
    var sources = new c.Sources(list);
    var rows = boxes.filter(function (box) { return box.checked; }).map(function (box) {
      var group = box.closest("fieldset").querySelector("legend").textContent;
      return { id: box.value, label: box.parentNode.textContent.trim(), group: group, beside: "beside" in box.dataset, address: box.dataset.address || "" };
    });
    var counts = c.table(table, rows, records, sources, differ.checked);
    var heading = part.querySelector("h2");
    heading.textContent = names.slice(0, -1).join(", ") + " and " + names[names.length - 1];
    d.title = heading.textContent + " side by side – " + title;
    part.querySelector('[data-part=counts]').textContent = counts.rows + (counts.rows === 1 ? " topic: " : " topics: ") + counts.differ + " differ, " + counts.may + " may differ.";
    var share = part.querySelector(".k-share");
    share.href = location.href.split("#")[0];
    if (ages) {
      ages.textContent = "";
      records.forEach(function (record) {
        var figure = c.el("figure", "k-fig"), caption = c.el("figcaption");
        caption.append(c.el("b", "", record.title));
        figure.append(caption);
        if (record.ages) figure.append(c.html(record.ages)); else figure.append(c.el("p", "k-none", "No legal age for work or school is recorded."));
        if (record.notes.length) figure.append(c.el("p", "k-src", record.notes.join(" ")));
        ages.append(figure);
      });
    }
    part.hidden = false;
    if (focus) heading.focus();
  }

  form.hidden = false;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var empty = selects.filter(function (select) { return !select.value; });
    if (most - empty.length < 2) {
      c.say(told, ["Choose two to " + most + " " + data.many + " first."]);
      empty[0].focus();
      return;
    }
    if (c.go(query())) show(true);
  });
  differ.addEventListener("change", function () { if (c.go(query())) show(false); });
  form.addEventListener("click", function (event) {
    if (event.target.value === "all") boxes.forEach(function (box) { box.checked = true; });
    if (event.target.value === "first") boxes.forEach(function (box, place) { box.checked = first[place]; });
  });
  // A jump to a part of the page is in the history too, and changes nothing.
  window.addEventListener("popstate", function () { if (location.search !== search) show(false); });
  show(false);
})(document);
