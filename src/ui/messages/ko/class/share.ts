import { formatCount } from "../../../figures.ts";
import type { Messages } from "../../en.ts";

const countSegments = (count: number): string => `세그먼트 ${formatCount(count)}개`;

/** The dialog that makes a link. */
export const share: Messages["share"] = {
  title: "이 연결 공유",
  close: "닫기",
  contains: (segments) =>
    `링크 자체가 연결을 담고 있습니다: ${countSegments(segments)}의 시간, 플래그, 순서 번호와 확인 응답 번호, 윈도우, 길이, 옵션. 아무것도 업로드하지 않으며, 주고받은 데이터는 들어 있지 않습니다.`,
  addressesReplaced: (client, server) =>
    `주소는 문서용 주소로 바꾸고 이름은 뺍니다. 포트는 그대로입니다: ${client}, ${server}.`,
  portsReplaced: "주소는 문서용 주소로, 포트는 다른 포트로 바꾸고 이름은 뺍니다.",
  addressesKept: (client, server) =>
    `실제 주소가 들어갑니다: ${client}, ${server}, 캡처가 붙인 이름이 있으면 그 이름도.`,
  anonymous: "주소 바꾸기",
  hidePorts: "포트도 바꾸기",
  here: (position) => `이 단계에서 열기 (세그먼트 ${formatCount(position)})`,
  opensAs: "여는 모습",
  asPage: "보통 화면",
  name: "제목",
  namePlaceholder: "무엇을 보여 주는 연결인지",
  leaveOut: "뺄 것",
  nothing: "없음",
  options: "TCP 타임스탬프와 SACK 블록",
  middle: "위의 것과 가운데 부분: 열기와 닫기만 남김",
  range: "고른 범위 밖의 세그먼트",
  from: "세그먼트",
  to: "부터 이 세그먼트까지",
  folded: (segments) => `${countSegments(segments)}를 뺐습니다. 빠진 자리와 데이터의 양은 링크에 남습니다.`,
  untrue: "이것을 빼면 상태를 바르게 알 수 없으므로 그런 링크는 만들지 않습니다.",
  tooLong: "2,000,000자가 넘으면 브라우저가 링크를 열지 못합니다. 무언가를 빼거나 파일로 공유하십시오.",
  length: (characters) => `${formatCount(characters)}자`,
  fitsAll: "프로젝터용 QR 코드, 메일, 채팅에 모두 맞습니다",
  fitsMail: "메일과 채팅에 맞습니다. 프로젝터에서 찍을 QR 코드로는 너무 깁니다",
  fitsBrowser: "메일과 채팅 프로그램이 받는 2,000자보다 깁니다: 파일이나 HTML 링크로 보내십시오",
  making: "링크를 만드는 중…",
  link: "링크",
  copy: "링크 복사",
  markdown: "Markdown으로 복사",
  embed: "끼워 넣을 HTML로 복사",
  system: "다른 앱으로 공유…",
  copied: "복사했습니다",
  notCopied: "브라우저가 복사를 허용하지 않았습니다: 링크를 선택해 복사하십시오",
  qr: "링크의 QR 코드",
  untitled: "Synfin에서 본 TCP 연결",
};
