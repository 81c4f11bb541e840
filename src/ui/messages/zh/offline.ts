/** The offer of a new version, once it is on this machine. */
export const offline = {
  newVersion: "Synfin 的新版本已准备好。",
  reload: "重新加载",
  later: "稍后",
};
