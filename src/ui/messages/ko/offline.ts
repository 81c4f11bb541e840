/** The offer of a new version, once it is on this machine. */
export const offline = {
  newVersion: "Synfin의 새 버전이 준비되었습니다.",
  reload: "다시 불러오기",
  later: "나중에",
};
