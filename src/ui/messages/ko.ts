import { formatCount } from "../figures.ts";
import type { Messages } from "./en.ts";
import { compare } from "./ko/compare.ts";
import { copying } from "./ko/copying.ts";
import { coverage } from "./ko/coverage.ts";
import { diagram } from "./ko/diagram.ts";
import { chapters, examples } from "./ko/examples.ts";
import { exports } from "./ko/export.ts";
import { graph } from "./ko/graph.ts";
import { header } from "./ko/header.ts";
import { lecture } from "./ko/lecture.ts";
import { link, wordLinkRefusal } from "./ko/link.ts";
import { offline } from "./ko/offline.ts";
import { options } from "./ko/options.ts";
import { wordOutcome } from "./ko/outcomes.ts";
import { overTime } from "./ko/over-time.ts";
import { overview } from "./ko/overview.ts";
import { predict } from "./ko/predict.ts";
import { wordRefusal } from "./ko/refusals.ts";
import { share } from "./ko/share.ts";
import { bytes, sockets } from "./ko/sockets.ts";
import { splitters } from "./ko/splitters.ts";
import { tour } from "./ko/tour.ts";
import { wordSkipped, wordWarning } from "./ko/warnings.ts";
import { why } from "./ko/why.ts";

const segmentCount = (count: number): string => `세그먼트 ${formatCount(count)}개`;
const connectionCount = (count: number): string => `연결 ${formatCount(count)}개`;

/** All words of the interface in Korean. Particles never follow a word whose last sound is not known. */
export const ko: Messages = {
  app: {
    name: "Synfin",
    pastedText: "붙여 넣은 텍스트",
    openOther: "열기…",
    openOtherHint: "다른 캡처 열기",
    close: "캡처 닫기",
    tools: "도구",
    more: "도구 더 보기",
    language: "언어",
    dropHere: "캡처를 놓으면 열립니다",
  },
  numbers: {
    label: "순서 번호",
    relative: "상대",
    wire: "실제",
    relativeHint: "연결의 시작부터 셉니다. SYN이 0입니다",
    wireHint: "세그먼트에 적힌 그대로",
    hexadecimal: "16진",
    hexadecimalHint: "세그먼트에 적힌 그대로 16진수로. 길이와 윈도우는 10진수입니다",
    wireNotTold: "이 캡처에는 상대 번호만 있습니다",
  },
  hosts: {
    label: "호스트 이름",
    names: { addresses: "주소", names: "이름" },
    hints: {
      addresses: "세그먼트에 적힌 주소",
      names: "캡처가 주소에 붙인 이름",
    },
  },
  theme: {
    label: "테마",
    system: "시스템 테마",
    light: "밝은 테마",
    dark: "어두운 테마",
    projector: "프로젝터 테마",
  },
  empty: {
    title: "캡처 속 모든 TCP 연결을 SYN부터 FIN까지",
    sentence:
      "pcap 또는 pcapng 파일이나 tcpdump가 출력한 텍스트를 Synfin에 주고 연결을 한 단계씩 살펴보십시오. 누가 무엇을 보냈는지, 양쪽이 어떤 상태였는지, 왜 그런지 볼 수 있습니다.",
    privacy: "캡처는 이 브라우저를 떠나지 않습니다. 아무 데도 보내지 않습니다.",
    drop: "캡처 파일을 아무 곳에나 놓으십시오",
    or: "또는",
    choose: "파일 고르기…",
    pasteLabel: "tcpdump 텍스트 붙여 넣기",
    pastePlaceholder:
      "12:49:33.192719 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [S], seq 284972257, win 64240, length 0\n…",
    pasteButton: "텍스트 열기",
    pasteHint: "이 페이지 어디에서나 붙여 넣을 수 있습니다.",
    examples: "예제로 시작하기",
    segments: segmentCount,
  },
  chapters,
  examples,
  loading: {
    title: (name) => `읽는 중: ${name}`,
    bytes: (read, total) => `${total} 중 ${read}`,
    found: (segments, connections) => `지금까지 ${segmentCount(segments)}, ${connectionCount(connections)}`,
    cancel: "취소",
    outcome: "읽는 중…",
    firstLines: (shown) => `처음 ${connectionCount(shown)}. 파일을 다 읽으면 모두 보입니다`,
    later: "모두 읽으면 다이어그램이 나타납니다.",
  },
  failed: {
    refusedTitle: "Synfin이 읽을 수 없습니다",
    linkTitle: "이 링크를 열 수 없습니다",
    unreadableTitle: "파일을 읽지 못했습니다",
    faultTitle: "Synfin에 오류가 발생했습니다",
    unreadable: (name, message) =>
      `브라우저가 파일을 읽지 못했습니다: ${name} (${message}). 파일이 그대로 있는지, 읽을 권한이 있는지 확인한 뒤 다시 고르십시오.`,
    fault: (name, message) =>
      `Synfin이 읽는 도중 오류가 발생했습니다: ${name}. 파일이 아니라 Synfin의 잘못입니다: “${message}”.`,
    memoryTitle: "메모리에 비해 캡처가 너무 큽니다",
    memory: (name, message) =>
      `브라우저의 메모리가 부족합니다: ${name} (${message}). 다른 탭을 닫고 다시 열거나, 예를 들어 “editcap -c 1000000”으로 나누십시오.`,
    unstartedTitle: "Synfin의 일부가 없습니다",
    unstarted: (name, message) =>
      `캡처를 읽는 부분을 불러오거나 시작하지 못해 열지 못했습니다: ${name} (${message}). 페이지를 다시 불러오십시오. 그래도 안 되면 네트워크가 없거나 브라우저가 너무 오래된 것입니다.`,
    stoppedTitle: "읽기가 중단되었습니다",
    stopped: (name, message) =>
      `Synfin에서 캡처를 맡은 부분이 멈췄습니다: ${name} (${message}). 파일은 그대로이니 다시 여십시오.`,
    drawingFault: (message) =>
      `Synfin이 이 캡처를 그리는 도중 오류가 발생했습니다. 파일이 아니라 Synfin의 잘못입니다: “${message}”.`,
    startOver: "처음으로",
    back: (name) => `돌아가기: ${name}`,
    analysisFault: (message) =>
      `Synfin이 이 연결을 분석하는 도중 오류가 발생했습니다. Synfin의 잘못입니다: “${message}”.`,
  },
  captures: {
    label: "캡처",
    sum: (files, refused) =>
      `파일 ${files}개${refused === 0 ? "" : `, ${formatCount(refused)}개는 읽을 수 없음`}`,
    notYet: "아직 읽지 않음",
    left: "커서 미리 보지 않음",
  },
  views: {
    label: "보기",
    connections: "연결",
    diagram: "시퀀스 다이어그램",
    diagramTab: "다이어그램",
    graph: "상태 그래프",
    graphTab: "상태",
    segment: "세그먼트",
    playback: "재생",
  },
  connections: {
    judged: (judged, all) => `지금까지 ${formatCount(all)}개 중 ${formatCount(judged)}개 판단`,
    unjudged: "…",
    count: connectionCount,
    shownOf: (shown, all) => `${connectionCount(all)} 중 ${formatCount(shown)}개`,
    outcome: wordOutcome,
    filterLabel: "연결 필터",
    filterPlaceholder: "필터: port:443 outcome:refused …",
    filterSyntax:
      "나란히 쓰면 ‘그리고’, 쉼표는 ‘또는’, 앞의 빼기표는 ‘아님’, 따옴표는 묶음입니다. ↓: 쓸 수 있는 말. time: 캡처 시작부터의 초.",
    filterKeys: {
      outcome: "결과",
      start: "시작",
      state: "상태",
      note: "주석",
      port: "포트",
      host: "호스트",
      opening: "열기",
      closing: "닫기",
      time: "시간",
    },
    noKey: (typed) => `“${typed}:” 키는 없습니다.`,
    noValue: (key, typed) => `${key}에 “${typed}” 값은 없습니다.`,
    noTime: (typed) => `“${typed}”: 2.5-4, 2.5-, -4처럼 초로 씁니다.`,
    meant: "혹시",
    known: "가능한 값 모두",
    offers: "자동 완성",
    notListed: "화면의 연결은 목록에 없습니다.",
    openFirst: "첫 연결 열기",
    starts: { captured: "캡처됨", "not-captured": "캡처되지 않음" },
    filterHint: (words) => `이것만 보기: ${words}`,
    all: "모두 보기",
    columns: {
      start: "순서",
      client: "클라이언트",
      server: "→ 서버",
      outcome: "결과",
      segments: "세그먼트",
      payload: "데이터",
      duration: "시간",
      handshake: "RTT",
    },
    columnHints: {
      start: "캡처에서 첫 세그먼트가 나온 순서",
      client: "클라이언트의 주소와 포트",
      server: "서버의 주소와 포트",
      outcome: "연결이 어떻게 끝났는지",
      segments: "양쪽의 TCP 세그먼트 수",
      payload: "양쪽 데이터의 바이트 수. 재전송은 두 번 세지 않습니다",
      duration: "첫 세그먼트부터 마지막 세그먼트까지",
      handshake: "핸드셰이크 왕복 시간: SYN부터 핸드셰이크를 완료하는 ACK까지",
    },
    guessedRoles: "캡처에 SYN이 없어 어느 쪽이 클라이언트인지는 추정입니다",
    noFigure: "–",
    fingerprint: (segments) => `${segmentCount(segments)}의 교환`,
  },
  report: {
    records: (records, segments) => `레코드 ${formatCount(records)}개, TCP ${segmentCount(segments)}`,
    lines: (lines, segments) => `패킷 줄 ${formatCount(lines)}개, TCP ${segmentCount(segments)}`,
    skipped: (parts) => `건너뜀: ${parts.join(", ")}`,
    warnings: (count) => `경고 ${formatCount(count)}개`,
    byte: (at) => `바이트 ${formatCount(at)}`,
    line: (at) => `줄 ${formatCount(at)}`,
    more: (count) => `그 밖에 ${formatCount(count)}개`,
  },
  diagram,
  graph,
  playback: {
    first: "처음: 연결 이전",
    back: "한 세그먼트 뒤로",
    play: "재생",
    paceLabel: "재생 방식",
    paces: { steps: "단계마다 1초", real: "실제 시간", shortened: "공백 줄임" },
    paceHints: {
      steps: "1초에 세그먼트 하나",
      real: "캡처된 속도 그대로",
      shortened: "캡처된 속도 그대로, 단 2초보다 오래 기다리지 않음",
    },
    speedLabel: "재생 속도",
    speed: (times) => `${times}×`,
    loop: "끝에서 처음으로 되돌아가기",
    pause: "일시 정지",
    forward: "한 세그먼트 앞으로",
    last: "마지막 세그먼트",
    scrubber: "위치",
    position: (position, last) => `${formatCount(last)}개 중 ${formatCount(position)}`,
    before: (last) => `${segmentCount(last)} 중 첫 세그먼트 이전`,
    announce: (position, last, what, client, server) =>
      `세그먼트 ${last}개 중 ${position}: ${what}. 클라이언트 ${client}, 서버 ${server}.`,
    announceStart: (client, server) => `첫 세그먼트 이전. 클라이언트 ${client}, 서버 ${server}.`,
  },
  ends: { client: "클라이언트", server: "서버" },
  unknownState: "알 수 없음",
  segment: {
    tabs: { why: "이유", header: "헤더", options: "옵션", sockets: "소켓", bytes: "바이트" },
    tabsLabel: "이 세그먼트에 대하여",
    title: (position, last) => `세그먼트 ${formatCount(position)} / ${formatCount(last)}`,
    none: "아직 세그먼트 없음",
    sends: (sender, flags) => `${sender} 송신: ${flags}`,
    noFlags: "플래그 없음",
    sendsData: (sends, octets) => `${sends}, ${octets}`,
    withData: (octets) => `데이터 ${formatCount(octets)}바이트`,
  },
  refusal: wordRefusal,
  link,
  linkRefusal: wordLinkRefusal,
  warning: wordWarning,
  skippedReason: wordSkipped,
  why,
  overview,
  overTime,
  copying,
  splitters,
  predict,
  lecture,
  coverage,
  compare,
  tour,
  share,
  exports,
  offline,
  header,
  options,
  sockets,
  bytes,
  help: {
    open: "키와 도움말",
    title: "키",
    close: "닫기",
    keys: {
      next: "다음 세그먼트. 프레젠터로도 됩니다",
      before: "이전 세그먼트. 프레젠터로도 됩니다",
      startPage: "시작 페이지에서: 다음 또는 이전 예제, 그리고 열기. 프레젠터만으로 됩니다",
      first: "첫 세그먼트 이전",
      last: "마지막 세그먼트",
      play: "재생 또는 일시 정지",
      loop: "재생이 끝나면 처음으로 되돌아가거나 거기서 멈춤",
      connection: "목록의 위 또는 아래 연결",
      filter: "연결 필터",
      lecture: "발표: 다이어그램과 상태만 강의실에서 보이도록 크게, Esc로 나가기",
      predict: "예측: 다음에 올 것을 가리고 맞히기, 또는 그만두기",
      tour: "예제의 안내 투어 시작",
      coverage: "RFC 커버리지: 캡처가 그림 5의 어느 화살표를 지나는지",
      compare: "비교: 이 연결을 표시하고, 다른 연결에서 다시 누르기",
      share: "공유: 이 연결을 담은 링크 만들기",
      export: "내보내기: 다른 프로그램에서 쓰도록 저장하거나 복사",
      note: "설명이 달린 다음 또는 이전 세그먼트",
      marked: "그래프의 상태나 화살표를 클릭해 표시한 다음 또는 이전 세그먼트",
      timeScale: "다이어그램의 다음 시간 축척",
      zoom: "다이어그램 확대, 축소, 전체 맞춤. Ctrl과 휠로도 됩니다",
      numbers: "순서 번호를 상대, 실제, 실제 16진수로",
      help: "이 도움말",
      escape: "이 도움말 닫기, 표시 지우기, 또는 발표·예측·투어·비교 나가기",
    },
    licences: "Synfin과 그 안에 든 것들의 라이선스",
    mouse:
      "다이어그램의 화살표를 클릭하면 그 세그먼트로 갑니다. 언제든 다른 캡처를 놓거나 붙여 넣을 수 있습니다.",
  },
};
