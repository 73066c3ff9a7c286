// A page of a preview asks whether the files are still what it was made of, and loads anew when not.
"use strict";
(() => {
  const script = document.currentScript;
  const asked = new URL("state", script.src);
  const ask = async () => {
    try {
      const answer = await fetch(asked, { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== script.dataset.state) location.reload();
    } catch {
      // The preview has ended, or begins again.
    }
  };
  const again = async () => {
    if (!document.hidden) await ask();
    setTimeout(again, 500);
  };
  document.addEventListener("visibilitychange", () => { if (!document.hidden) ask(); });
  setTimeout(again, 500);
})();
