import type { help as english } from "../../en/explorer/help.ts";

export const help: typeof english = {
  title: "키",
  close: "닫기",
  keys: {
    next: "다음 세그먼트. 프레젠터로도 됩니다",
    before: "이전 세그먼트. 프레젠터로도 됩니다",
    startPage: "시작 페이지에서: 다음 또는 이전 예제, 그리고 열기. 프레젠터만으로 됩니다",
    answer: "물음의 답 고르기",
    vote: "물음의 보기에 손든 사람 한 명 더하기",
    blank: "물음이 없을 때 화면 가리기. 아무 키나 누르면 돌아옵니다",
    first: "첫 세그먼트 이전",
    last: "마지막 세그먼트",
    play: "재생 또는 일시 정지",
    loop: "재생이 끝나면 처음으로 되돌아가거나 거기서 멈춤",
    connection: "목록의 위 또는 아래 연결",
    filter: "연결 필터",
    note: "설명이 달린 다음 또는 이전 세그먼트",
    marked: "그래프의 상태나 화살표를 클릭해 표시한 다음 또는 이전 세그먼트",
    timeScale: "다이어그램의 다음 시간 축척",
    times: "시각을 보이는 방법: 연결 시작부터, 캡처 시작부터, 시계, 앞 세그먼트부터",
    zoom: "다이어그램 확대, 축소, 전체 맞춤. Ctrl과 휠로도 됩니다",
    numbers: "순서 번호를 상대, 실제, 실제 16진수로",
  },
  singleKeys: "글자 하나로 된 키 사용 (끄면 화살표, 스페이스, Esc, 프레젠터의 키만 작동합니다)",
  licences: "Synfin과 그 안에 든 것들의 라이선스",
  mouse:
    "다이어그램의 화살표를 클릭하면 그 세그먼트로 갑니다. 언제든 다른 캡처를 놓거나 붙여 넣을 수 있습니다.",
};
