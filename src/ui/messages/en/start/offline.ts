/** What is kept on this machine, what cannot be, and the offer of a new version. */
export const offline = {
  newVersion: "A new version of Synfin is ready.",
  reload: "Reload",
  later: "Later",
  partMissing:
    "A part of Synfin could not be loaded: there is no network, or a newer version has taken its place. What is on screen goes on working; reload the page to have the rest.",
  kept: "Synfin is kept on this machine and works without network.",
  insecure:
    "The browser keeps no copy of Synfin, because its address is not secure (https or localhost): it works, but only with network.",
  notKept:
    "Synfin cannot be kept on this machine (the browser’s storage is full or forbidden): it works, but only with network.",
  notRemembered:
    "The browser lets Synfin remember nothing (its storage is full or forbidden): theme, language and sizes are forgotten with this page.",
  understood: "OK",
};
