// Puts the words of the address that led nowhere into the search field. Without it the field is empty.
(function (d) {
  "use strict";
  var input = d.getElementById("missing"), last;
  if (!input || input.value) return;
  try {
    last = location.pathname.split("/").map(decodeURIComponent).filter(function (part) {
      return part && !/^(index|404)(\.html?)?$/.test(part);
    }).pop() || "";
  } catch (e) { return; } // an address that is no text has no words
  input.value = last.replace(/\.\w{2,5}$/, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim().slice(0, 80);
})(document);
