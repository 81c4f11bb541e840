import { formatCount } from "../figures.ts";
import { words } from "../words.ts";

/** What a sentence about a finding needs, in figures as the page writes them. */
export interface FindingFigures {
  readonly server: string;
  /** More than 1 where the server is an address with several ports that are meant. */
  readonly ports: number;
  readonly count: string;
  readonly of: string;
  /** Every connection of the server is meant. */
  readonly isAll: boolean;
  readonly clients: number;
  /** The time of the first; null where the capture has none. */
  readonly since: string | null;
  readonly accepted: boolean;
  /** null where it is not known. */
  readonly longest: string | null;
}

const on = (ports: number): string => (ports > 1 ? ` on ${formatCount(ports)} ports` : "");
const onKo = (ports: number): string => (ports > 1 ? ` (포트 ${formatCount(ports)}개)` : "");
const onZh = (ports: number): string => (ports > 1 ? `（${formatCount(ports)} 个端口）` : "");
const from = (clients: number): string =>
  clients === 1 ? "from one client" : `from ${formatCount(clients)} clients`;
const since = (time: string | null): string => (time === null ? "" : `, since ${time}`);
const sinceKo = (time: string | null): string => (time === null ? "" : `, ${time}부터`);
const sinceZh = (time: string | null): string => (time === null ? "" : `，自 ${time} 起`);

/** The board of failures, from inside. */
export const boardWords = words({
  title: { en: "Who fails to whom", ko: "누가 누구에게 실패하나", zh: "谁对谁失败" },
  close: { en: "Close", ko: "닫기", zh: "关闭" },
  by: { en: "Group by", ko: "묶는 기준", zh: "分组" },
  groupings: {
    en: { server: "Server", host: "Server’s address", client: "Client", port: "Port" },
    ko: { server: "서버", host: "서버 주소", client: "클라이언트", port: "포트" },
    zh: { server: "服务器", host: "服务器地址", client: "客户端", port: "端口" },
  },
  counting: { en: "Counting …", ko: "세는 중 …", zh: "正在统计……" },
  of: {
    en: (count: string) => `${count} connections of the list`,
    ko: (count) => `목록의 연결 ${count}개`,
    zh: (count) => `列表中的 ${count} 个连接`,
  },
  unjudged: {
    en: (count: string) => `${count} are not judged yet`,
    ko: (count) => `${count}개는 아직 판단하지 않음`,
    zh: (count) => `${count} 个尚未判断`,
  },
  all: { en: "All", ko: "모두", zh: "全部" },
  failed: { en: "Failed", ko: "실패", zh: "失败" },
  more: {
    en: (count: string) => `${count} more have no failure, or fewer: filter the list to see them.`,
    ko: (count) => `그 밖의 ${count}개는 실패가 없거나 더 적습니다. 목록을 필터하면 보입니다.`,
    zh: (count) => `其余 ${count} 个没有失败或失败较少：过滤列表即可看到。`,
  },
  show: {
    en: (what: string) => `Show in the list: ${what}`,
    ko: (what) => `목록에서 보기: ${what}`,
    zh: (what) => `在列表中显示：${what}`,
  },
  nothing: {
    en: "Nothing stands out: no server refuses, stays silent, breaks off or keeps clients waiting.",
    ko: "두드러진 것이 없습니다. 거부하거나, 답하지 않거나, 끊거나, 클라이언트를 기다리게 하는 서버가 없습니다.",
    zh: "没有突出之处：没有服务器拒绝、沉默、中断或让客户端久等。",
  },
  refuses: {
    en: (it: FindingFigures) =>
      `${it.server} refuses ${it.count} of ${it.of}${on(it.ports)}, ${from(it.clients)}${since(it.since)}${it.accepted ? "" : "; it never accepted one"}`,
    ko: (it) =>
      `${it.server}${onKo(it.ports)}: ${it.of}개 중 ${it.count}개를 거부, 클라이언트 ${it.clients}곳${sinceKo(it.since)}${it.accepted ? "" : "; 하나도 받아들이지 않음"}`,
    zh: (it) =>
      `${it.server}${onZh(it.ports)} 拒绝了 ${it.of} 个中的 ${it.count} 个，来自 ${it.clients} 个客户端${sinceZh(it.since)}${it.accepted ? "" : "；从未接受过"}`,
  },
  silent: {
    en: (it: FindingFigures) =>
      `${it.server} does not answer ${it.count} of ${it.of}${on(it.ports)}, ${from(it.clients)}${since(it.since)}`,
    ko: (it) =>
      `${it.server}${onKo(it.ports)}: ${it.of}개 중 ${it.count}개에 답하지 않음, 클라이언트 ${it.clients}곳${sinceKo(it.since)}`,
    zh: (it) =>
      `${it.server}${onZh(it.ports)} 对 ${it.of} 个中的 ${it.count} 个没有应答，来自 ${it.clients} 个客户端${sinceZh(it.since)}`,
  },
  "half-open": {
    en: (it: FindingFigures) =>
      `clients of ${it.server} leave ${it.count} of ${it.of}${on(it.ports)} half-open, ${from(it.clients)}${since(it.since)}`,
    ko: (it) =>
      `${it.server}${onKo(it.ports)}: 클라이언트 ${it.clients}곳이 ${it.of}개 중 ${it.count}개를 절반만 열린 채로 둠${sinceKo(it.since)}`,
    zh: (it) =>
      `${it.server}${onZh(it.ports)} 的 ${it.clients} 个客户端让 ${it.of} 个中的 ${it.count} 个停在半打开状态${sinceZh(it.since)}`,
  },
  resets: {
    en: (it: FindingFigures) =>
      `${it.server} resets ${it.count} of ${it.of}${on(it.ports)}, ${from(it.clients)}${since(it.since)}`,
    ko: (it) =>
      `${it.server}${onKo(it.ports)}: ${it.of}개 중 ${it.count}개를 RST로 끊음, 클라이언트 ${it.clients}곳${sinceKo(it.since)}`,
    zh: (it) =>
      `${it.server}${onZh(it.ports)} 用 RST 中断了 ${it.of} 个中的 ${it.count} 个，来自 ${it.clients} 个客户端${sinceZh(it.since)}`,
  },
  "is-reset": {
    en: (it: FindingFigures) =>
      `clients of ${it.server} reset ${it.count} of ${it.of}${on(it.ports)}, ${from(it.clients)}${since(it.since)}`,
    ko: (it) =>
      `${it.server}${onKo(it.ports)}: 클라이언트 ${it.clients}곳이 ${it.of}개 중 ${it.count}개를 RST로 끊음${sinceKo(it.since)}`,
    zh: (it) =>
      `${it.server}${onZh(it.ports)} 的 ${it.clients} 个客户端用 RST 中断了 ${it.of} 个中的 ${it.count} 个${sinceZh(it.since)}`,
  },
  "close-wait": {
    en: (it: FindingFigures) =>
      `${it.server}: ${it.count} of ${it.of} sockets${on(it.ports)} stay in CLOSE-WAIT${it.longest === null ? "" : `; the oldest has been silent for ${it.longest}`}`,
    ko: (it) =>
      `${it.server}${onKo(it.ports)}: 소켓 ${it.of}개 중 ${it.count}개가 CLOSE-WAIT에 머무름${it.longest === null ? "" : `; 가장 오래된 것은 ${it.longest} 동안 조용함`}`,
    zh: (it) =>
      `${it.server}${onZh(it.ports)}：${it.of} 个套接字中有 ${it.count} 个停在 CLOSE-WAIT${it.longest === null ? "" : `；最久的已沉默 ${it.longest}`}`,
  },
  slow: {
    en: (it: FindingFigures) =>
      `${it.server} takes more than 1 s to open ${it.count} of ${it.of}${on(it.ports)}${it.longest === null ? "" : `, up to ${it.longest}`}`,
    ko: (it) =>
      `${it.server}${onKo(it.ports)}: ${it.of}개 중 ${it.count}개가 열리는 데 1 s 넘게 걸림${it.longest === null ? "" : `, 길게는 ${it.longest}`}`,
    zh: (it) =>
      `${it.server}${onZh(it.ports)} 打开 ${it.of} 个中的 ${it.count} 个用时超过 1 s${it.longest === null ? "" : `，最长 ${it.longest}`}`,
  },
});
