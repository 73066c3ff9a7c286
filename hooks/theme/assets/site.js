// Optional help for readers: every page is complete without it.
(function (d) {
  "use strict";
  var root = d.documentElement, store = "theme";
  root.classList.replace("no-js", "js");
  function all(what, where) { return Array.prototype.slice.call((where || d).querySelectorAll(what)); }

  // Colours: the system's, or the reader's own choice, kept in this browser.
  function saved() { try { return localStorage.getItem(store); } catch (e) { return null; } }
  function show(theme) {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else { theme = "auto"; delete root.dataset.theme; }
    all(".k-theme button").forEach(function (b) { b.setAttribute("aria-pressed", String(b.value === theme)); });
  }
  show(saved());
  all(".k-theme").forEach(function (group) {
    group.hidden = false;
    group.addEventListener("click", function (event) {
      var button = event.target.closest("button");
      if (!button) return;
      show(button.value);
      try { localStorage.setItem(store, button.value); } catch (e) { /* the choice lasts for this page */ }
    });
  });

  // Facets are closed in the HTML; on a wide screen there is room to open them.
  if (matchMedia("(min-width: 60em)").matches) {
    all("details[data-wide]").forEach(function (x) { x.open = true; });
  }

  // A folded table changes its display, and older Safari then forgets that it is a table. Roles
  // set here keep the HTML valid. A caption has no role of its own, so one that holds a link would
  // lose the table it belongs to.
  var roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  function tell(table) {
    if (table.caption && table.caption.querySelector("a")) return;
    [table].concat(all("thead, tbody, tr, td, th", table)).forEach(function (e) {
      e.setAttribute("role", roles[e.tagName] || (/^col/.test(e.scope) ? "columnheader" : "rowheader"));
    });
  }
  // One table at a time, so that a slow phone answers the reader in between.
  all(".k-law, .k-band, .k-rows").forEach(function (table) { setTimeout(tell, 0, table); });

  // The key / leads to the search in the header, unless a reader is writing.
  d.addEventListener("keydown", function (event) {
    var field = d.getElementById("find"), at = event.target;
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !field) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) || at.isContentEditable) return;
    event.preventDefault();
    field.focus();
    field.select();
  });

  // Sorting: a click on a heading, once up, once down. A cell says its value in data-sort where
  // its text does not sort; what is empty stands last both ways.
  var words = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  function value(row, column) {
    var cell = row.cells[column];
    return cell.dataset.sort === undefined ? cell.textContent.trim().replace(/^–$/, "") : cell.dataset.sort;
  }
  function sort(table, heading) {
    var column = heading.cellIndex, body = table.tBodies[0];
    var down = heading.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    all("[aria-sort]", table).forEach(function (h) { h.removeAttribute("aria-sort"); });
    heading.setAttribute("aria-sort", down < 0 ? "descending" : "ascending");
    var rows = Array.prototype.map.call(body.rows, function (row) { return [value(row, column), row]; });
    rows.sort(function (a, b) {
      if (!a[0] || !b[0]) return (a[0] ? 0 : 1) - (b[0] ? 0 : 1);
      return down * words.compare(a[0], b[0]);
    });
    var sorted = d.createDocumentFragment();
    rows.forEach(function (pair) { sorted.append(pair[1]); });
    body.append(sorted);
  }
  all("table[data-sortable]").forEach(function (table) {
    all("thead th", table).forEach(function (heading) {
      var button = d.createElement("button");
      button.type = "button";
      button.className = "k-sort";
      while (heading.firstChild) button.append(heading.firstChild);
      heading.append(button);
      button.addEventListener("click", function () { sort(table, heading); });
    });
  });
})(document);
