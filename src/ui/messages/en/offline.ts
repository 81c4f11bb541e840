/** The offer of a new version, once it is on this machine. */
export const offline = {
  newVersion: "A new version of Synfin is ready.",
  reload: "Reload",
  later: "Later",
};
