import { formatCount } from "../figures.ts";
import { words } from "../words.ts";

const inEnglish = (count: number): string => `${formatCount(count)} ${count === 1 ? "segment" : "segments"}`;

const inKorean = (count: number): string => `세그먼트 ${formatCount(count)}개`;

/** The dialog that makes a link. */
export const shareWords = words({
  title: {
    en: "Share this connection",
    ko: "이 연결 공유",
    zh: "分享此连接",
  },
  close: {
    en: "Close",
    ko: "닫기",
    zh: "关闭",
  },
  containsScript: {
    en: "The link itself carries the script of this simulated exchange: whoever opens it sees the same run, and can go on editing. Nothing is uploaded.",
    ko: "링크 자체가 이 시뮬레이션 교환의 스크립트를 담고 있습니다. 여는 사람은 같은 실행을 보고 이어서 편집할 수 있습니다. 아무것도 업로드하지 않습니다.",
    zh: "链接本身携带这次模拟交互的脚本：打开的人会看到同样的运行，并可继续编辑。不会上传任何内容。",
  },
  contains: {
    en: (segments: number) =>
      `The link itself carries the connection: ${inEnglish(segments)} with their times, flags, sequence and acknowledgment numbers, windows, lengths and options. Nothing is uploaded, and the data that was sent is not in it.`,
    ko: (segments) =>
      `링크 자체가 연결을 담고 있습니다: ${inKorean(segments)}의 시간, 플래그, 순서 번호와 확인 응답 번호, 윈도우, 길이, 옵션. 아무것도 업로드하지 않으며, 주고받은 데이터는 들어 있지 않습니다.`,
    zh: (segments) =>
      `链接本身携带此连接：${formatCount(segments)} 个报文段的时间、标志、序号和确认号、窗口、长度和选项。不上传任何东西，所传送的数据也不在其中。`,
  },
  addressesReplaced: {
    en: (client: string, server: string) =>
      `Addresses are replaced by ones for documentation; names are left out. Ports stay: ${client} and ${server}.`,
    ko: (client, server) =>
      `주소는 문서용 주소로 바꾸고 이름은 뺍니다. 포트는 그대로입니다: ${client}, ${server}.`,
    zh: (client, server) => `地址换成文档专用地址，名称略去。端口保留：${client} 和 ${server}。`,
  },
  portsReplaced: {
    en: "Addresses are replaced by ones for documentation, ports by others; names are left out.",
    ko: "주소는 문서용 주소로, 포트는 다른 포트로 바꾸고 이름은 뺍니다.",
    zh: "地址换成文档专用地址，端口换成其他端口，名称略去。",
  },
  addressesKept: {
    en: (client: string, server: string) =>
      `The real addresses are in it: ${client} and ${server}, and names where the capture gives any.`,
    ko: (client, server) =>
      `실제 주소가 들어갑니다: ${client}, ${server}, 캡처가 붙인 이름이 있으면 그 이름도.`,
    zh: (client, server) => `其中有真实地址：${client} 和 ${server}，以及捕获给出的名称（若有）。`,
  },
  anonymous: {
    en: "Replace addresses",
    ko: "주소 바꾸기",
    zh: "替换地址",
  },
  hidePorts: {
    en: "Replace ports, too",
    ko: "포트도 바꾸기",
    zh: "也替换端口",
  },
  here: {
    en: (position: number) => `Open at this step (segment ${formatCount(position)})`,
    ko: (position) => `이 단계에서 열기 (세그먼트 ${formatCount(position)})`,
    zh: (position) => `在此步打开（报文段 ${formatCount(position)}）`,
  },
  opensAs: {
    en: "Open as",
    ko: "여는 화면",
    zh: "打开方式",
  },
  asPage: {
    en: "page",
    ko: "보통 화면",
    zh: "普通页面",
  },
  name: {
    en: "Title",
    ko: "제목",
    zh: "标题",
  },
  namePlaceholder: {
    en: "What is to be seen in it",
    ko: "무엇을 보여 주는 연결인지",
    zh: "其中能看到什么",
  },
  leaveOut: {
    en: "Leave out",
    ko: "뺄 것",
    zh: "略去",
  },
  nothing: {
    en: "Nothing",
    ko: "없음",
    zh: "什么也不略去",
  },
  options: {
    en: "TCP timestamps and SACK blocks",
    ko: "TCP 타임스탬프와 SACK 블록",
    zh: "TCP 时间戳和 SACK 块",
  },
  middle: {
    en: "These, and the middle: only opening and closing stay",
    ko: "위의 것과 가운데 부분: 열기와 닫기만 남김",
    zh: "以上各项以及中间部分：只留下打开和关闭",
  },
  range: {
    en: "All but a range of segments",
    ko: "고른 범위 밖의 세그먼트",
    zh: "所选范围以外的报文段",
  },
  from: {
    en: "From segment",
    ko: "세그먼트",
    zh: "从报文段",
  },
  to: {
    en: "to segment",
    ko: "부터 이 세그먼트까지",
    zh: "到报文段",
  },
  folded: {
    en: (segments: number) =>
      `${inEnglish(segments)} left out; the link says where they were and how much data they carried.`,
    ko: (segments) => `${inKorean(segments)}를 뺐습니다. 빠진 자리와 데이터의 양은 링크에 남습니다.`,
    zh: (segments) => `略去 ${formatCount(segments)} 个报文段；链接说明它们原来的位置和携带的数据量。`,
  },
  untrue: {
    en: "Without what this leaves out the states could not be told rightly: no such link is made.",
    ko: "이것을 빼면 상태를 바르게 알 수 없으므로 그런 링크는 만들지 않습니다.",
    zh: "略去这些就无法正确判断状态：不制作这样的链接。",
  },
  tooLong: {
    en: "Past 2,000,000 characters browsers do not open a link any more. Leave something out, or share the file.",
    ko: "2,000,000자가 넘으면 브라우저가 링크를 열지 못합니다. 무언가를 빼거나 파일로 공유하십시오.",
    zh: "超过 2,000,000 个字符的链接，浏览器不再打开。请略去一些内容，或分享文件。",
  },
  length: {
    en: (characters: number) => `${formatCount(characters)} characters`,
    ko: (characters) => `${formatCount(characters)}자`,
    zh: (characters) => `${formatCount(characters)} 个字符`,
  },
  fitsAll: {
    en: "fits a QR code for the projector, mail and chat",
    ko: "프로젝터용 QR 코드, 메일, 채팅에 모두 맞습니다",
    zh: "适合投影的二维码、邮件和聊天",
  },
  fitsMail: {
    en: "fits mail and chat; too long for a QR code that scans from a projector",
    ko: "메일과 채팅에 맞습니다. 프로젝터에서 찍을 QR 코드로는 너무 깁니다",
    zh: "适合邮件和聊天；对能从投影上扫描的二维码来说太长",
  },
  fitsBrowser: {
    en: "longer than the 2,000 that mail and chat programs take: send it as a file or an HTML link",
    ko: "메일과 채팅 프로그램이 받는 2,000자보다 깁니다: 파일이나 HTML 링크로 보내십시오",
    zh: "超过邮件和聊天程序接受的 2,000 个字符：请作为文件或 HTML 链接发送",
  },
  making: {
    en: "Making the link …",
    ko: "링크를 만드는 중…",
    zh: "正在制作链接…",
  },
  link: {
    en: "Link",
    ko: "링크",
    zh: "链接",
  },
  copy: {
    en: "Copy link",
    ko: "링크 복사",
    zh: "复制链接",
  },
  markdown: {
    en: "Copy as Markdown",
    ko: "Markdown으로 복사",
    zh: "复制为 Markdown",
  },
  embed: {
    en: "Copy as HTML to embed",
    ko: "끼워 넣을 HTML로 복사",
    zh: "复制为可嵌入的 HTML",
  },
  system: {
    en: "Share with …",
    ko: "다른 앱으로 공유…",
    zh: "用其他应用分享…",
  },
  copied: {
    en: "Copied",
    ko: "복사했습니다",
    zh: "已复制",
  },
  notCopied: {
    en: "The browser did not allow copying: select the link and copy it",
    ko: "브라우저가 복사를 허용하지 않았습니다: 링크를 선택해 복사하십시오",
    zh: "浏览器不允许复制：请选中链接再复制",
  },
  qr: {
    en: "QR code of the link",
    ko: "링크의 QR 코드",
    zh: "链接的二维码",
  },
  untitled: {
    en: "A TCP connection in Synfin",
    ko: "Synfin에서 본 TCP 연결",
    zh: "Synfin 中的 TCP 连接",
  },
});
