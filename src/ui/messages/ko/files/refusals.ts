import type { RefusalKind } from "../../../../capture/reading-codes.ts";
import type { wordRefusal as english } from "../../en/files/refusals.ts";
import { countsIn, hasPrivateLink, hasUnreadLink, type Values } from "../../word-code.ts";
import { wordSkipped } from "./warnings.ts";

const CONVERT = "Wireshark에 포함된 editcap으로 변환하십시오: editcap -F pcap in out.";

const TSHARK =
  "Wireshark에 포함된 tshark로 읽은 내용을 출력하여 그 파일을 여십시오: tshark -r in -T json > out.json.";

const PRIVATE_LINK =
  "사설용 번호입니다. 레코드의 내용을 안다면 그 유형을 지정하여 결과를 여십시오: editcap -T ether in out 또는 -T rawip.";

/** What to do with a capture without TCP. */
function adviceFor(values: Values): string {
  if (hasPrivateLink(values)) return PRIVATE_LINK;
  return hasUnreadLink(values) ? TSHARK : "TCP를 통과시키는 필터로 다시 캡처하십시오.";
}

const unpack =
  (kind: string) =>
  (name: string): string =>
    `${name}: ${kind}입니다. 먼저 압축을 풀고 안에 있는 캡처를 여십시오.`;

const picture =
  (kind: string) =>
  (name: string): string =>
    `${name}: ${kind}입니다. 캡처를 찍은 그림에는 패킷이 없습니다. 캡처 파일 자체를 열거나 그 텍스트를 복사하십시오.`;

const convert =
  (kind: string) =>
  (name: string): string =>
    `${name}: ${kind}이며, Synfin이 읽지 못하는 형식입니다. ${CONVERT}`;

/** A text without a segment: the program that printed it, and what to do instead. */
const printed =
  (what: string, advice: string) =>
  (name: string, { lines = 0 }: Values): string =>
    `${name}: TCP 세그먼트가 없습니다. ${what}(으)로 보입니다(${lines}줄). ${advice}`;

const OPEN_CAPTURE = "캡처 파일 자체를 여십시오.";
const CAPTURE_BESIDE = "tcpdump -nn tcp로 세그먼트 자체를 캡처하여 붙여 넣으십시오.";

/** Why an input is refused: what it is called, what it looks like, what to do. */
export const refusals: Readonly<Record<RefusalKind, (name: string, values: Values) => string>> = {
  empty: (name) => `${name}: 빈 파일입니다. 캡처가 들어 있는 파일을 고르십시오.`,
  "gzip-cut": (name, { length }) =>
    `${name}: gzip 데이터가 ${length}바이트 뒤에서 잘렸거나 손상되었고, 그 앞에 TCP 세그먼트가 없습니다. 파일을 다시 복사하십시오.`,
  "zstd-cut": (name, { length }) =>
    `${name}: zstd 데이터가 ${length}바이트 뒤에서 잘렸거나 손상되었고, 그 앞에 TCP 세그먼트가 없습니다. 파일을 다시 복사하십시오.`,
  "gzip-unsupported": (name) =>
    `${name}: gzip으로 압축되어 있는데 이 브라우저는 gzip을 풀지 못합니다. 먼저 압축을 풀고 안에 있는 캡처를 여십시오.`,
  "gzip-twice": (name) => `${name}: 두 번 압축되어 있습니다. 한 번 풀고 안에 있는 것을 여십시오.`,
  zip: unpack("ZIP 압축 파일"),
  "7-zip": unpack("7-Zip 압축 파일"),
  xz: unpack("xz로 압축된 파일"),
  bzip2: unpack("bzip2로 압축된 파일"),
  lz4: unpack("lz4로 압축된 파일"),
  zstd: (name) =>
    `${name}: 사전을 쓰거나 윈도우가 128 MB를 넘는 zstd로 압축되어 있습니다. 먼저 zstd -d --long=31 FILE로 풀고 안에 있는 캡처를 여십시오.`,
  compress: unpack("compress(.Z)로 압축된 파일"),
  netmon: convert("Microsoft Network Monitor 캡처"),
  sniffer: convert("Network Associates Sniffer 캡처"),
  ngsniffer: convert("Network General Sniffer(NGSniffer) 캡처"),
  "5views": convert("InfoVista 5View(5Views) 캡처"),
  commview: convert("TamoSoft CommView 캡처"),
  lanalyzer: convert("Novell LANalyzer 캡처"),
  niobserver: convert("Network Instruments Observer(NIObserver) 캡처"),
  visual: convert("Visual Networks 트래픽 캡처"),
  etherpeek: convert("EtherPeek 또는 OmniPeek 캡처"),
  iptrace: convert("AIX iptrace 캡처"),
  nettl: convert("HP-UX nettl 트레이스"),
  nstrace: (name) => `${name}: NetScaler 트레이스이며, Synfin이 읽지 못하는 형식입니다. ${TSHARK}`,
  erf: convert("Endace ERF 캡처"),
  png: picture("PNG 그림"),
  jpeg: picture("JPEG 그림"),
  gif: picture("GIF 그림"),
  riff: picture("WebP 그림 또는 다른 RIFF 파일"),
  pdf: (name) => `${name}: PDF 문서입니다. 캡처 텍스트를 복사하여 여기에 붙여 넣으십시오.`,
  elf: (name) => `${name}: 캡처가 아니라 프로그램(ELF)입니다. pcap 또는 pcapng 파일을 고르십시오.`,
  office: (name) => `${name}: Office 문서입니다. 패킷이 적힌 줄을 복사하여 여기에 붙여 넣으십시오.`,
  unrelated: (name) => `${name}: 이 캡처들에는 공통된 연결이 없습니다. 각각 따로 여십시오.`,
  binary: (name, { octets }) =>
    `${name}: Synfin이 모르는 이진 데이터입니다(처음 바이트: ${octets}). pcap 또는 pcapng 파일이나 tcpdump 텍스트를 고르십시오.`,
  "pcap-header-cut": (name, { length }) =>
    `${name}: pcap 캡처처럼 시작하지만 24바이트 헤더가 ${length}바이트에서 잘렸습니다. 파일을 다시 복사하십시오.`,
  "pcap-version": (name, { version }) =>
    `${name}: pcap 버전 ${version}이라고 되어 있지만 그런 버전은 없습니다. ${CONVERT}`,
  "snoop-header-cut": (name, { length }) =>
    `${name}: snoop 헤더가 잘렸습니다. 16옥텟 중 ${length}옥텟만 있습니다. 파일을 다시 복사하십시오.`,
  "snoop-version": (name, { version }) =>
    `${name}: snoop 버전 ${version}이라고 적혀 있으나, 버전은 2뿐입니다. ${CONVERT}`,
  "snoop-link": (name, { type }) =>
    `${name}: Synfin이 모르는 링크 종류(${type})의 snoop 캡처입니다. ${CONVERT}`,
  "snoop-empty": (name) =>
    `${name}: 패킷이 하나도 없는 Solaris snoop 캡처입니다. 필터를 넓히거나 더 오래 다시 캡처하십시오.`,
  "pcapng-header-cut": (name, { length }) =>
    `${name}: pcapng 캡처처럼 시작하지만 ${length}바이트에서 잘렸습니다. 파일을 다시 복사하십시오.`,
  "pcapng-version": (name, { version }) => `${name}: 알 수 없는 pcapng 버전입니다(${version}). ${CONVERT}`,
  "pcapng-damaged": (name) =>
    `${name}: pcapng 캡처처럼 시작하지만 첫 블록이 손상되었습니다. 파일을 다시 복사하십시오.`,
  "no-packets": (name) =>
    `${name}: 패킷이 하나도 없는 캡처 파일입니다. 필터를 넓히거나 더 오래 캡처하십시오.`,
  "no-tcp-segments": (name, values) =>
    `${name}: 캡처 파일이지만 ${wordCounts(values)} 중 TCP 세그먼트가 없습니다. ${adviceFor(values)}`,
  "text-unread": printed(
    "TCP 플래그가 보이지만 Synfin이 읽지 못하는 형태의 줄",
    "tcpdump -nn으로 캡처를 출력하거나 이 줄의 형태를 알려 주십시오.",
  ),
  "text-quiet": printed("플래그와 순서 번호가 빠진 tcpdump -q 출력", "-q 없이 다시 출력하십시오."),
  "text-hidden": printed(
    "TCP 헤더를 가리는 상위 프로토콜의 요약",
    "tcpdump -nn -r FILE로 다시 출력하거나 캡처 파일 자체를 여십시오.",
  ),
  "text-cut": printed(
    "snap length가 너무 짧아 TCP 헤더 앞에서 잘린 패킷",
    "tcpdump -s 0으로 다시 캡처하십시오.",
  ),
  "text-no-tcp": printed("TCP가 없는 패킷 목록", "“tcp” 필터로 캡처하거나 다른 파일을 찾으십시오."),
  "text-sockets": printed("소켓을 나열하는 ss 또는 netstat의 출력", CAPTURE_BESIDE),
  "text-export": printed(
    "Synfin이 읽지 못하는 JSON 또는 XML 내보내기",
    "tshark -T json으로 내보내거나 캡처 파일 자체를 여십시오.",
  ),
  "text-octets": (name, { lines = 0 }) =>
    `${name}: TCP 세그먼트가 없습니다. 시각이 없는 패킷의 16진 덤프로 보입니다(패킷 ${lines}개). Wireshark에 포함된 text2pcap으로 변환하십시오: text2pcap in out.pcap.`,
  "text-snoop": printed("Solaris snoop의 텍스트", "대신 tcpdump -nn으로 캡처를 출력하십시오."),
  "text-zeek": printed("연결을 요약한 Zeek 로그", OPEN_CAPTURE),
  "text-tcptrace": printed("연결을 요약한 tcptrace 보고서", OPEN_CAPTURE),
  "text-conntrack": printed("Linux가 추적하는 연결을 나열하는 conntrack 출력", CAPTURE_BESIDE),
  "text-tcpstates": printed(
    "소켓과 그 상태를 출력하는 tcpstates, tcplife 등 eBPF 도구의 출력",
    CAPTURE_BESIDE,
  ),
  "text-iptables": printed(
    "Linux의 방화벽 로그(iptables LOG, nftables log)",
    "순서 번호도 기록하십시오: iptables -j LOG --log-tcp-sequence --log-tcp-options, 또는 nft log flags tcp sequence,options. 아니면 tcpdump -nn tcp로 세그먼트를 캡처하십시오.",
  ),
  "text-hubble": printed(
    "흐름을 출력하는 Hubble 또는 Cilium monitor의 출력",
    "파드가 있는 노드에서 tcpdump -nn tcp로 캡처하여 붙여 넣으십시오.",
  ),
  "text-flow-log": printed(
    "세그먼트를 요약한 클라우드 또는 NetFlow의 흐름 로그",
    "한쪽 호스트에서 tcpdump -nn tcp로 캡처하거나 트래픽을 미러링하십시오.",
  ),
  "text-retis": printed("retis의 출력", "retis pcap으로 이벤트를 캡처 파일로 만들어 여십시오."),
  "text-pwru": printed("패킷이 거치는 함수를 출력하는 pwru의 출력", CAPTURE_BESIDE),
  "text-fw-monitor": printed(
    "Check Point fw monitor의 출력",
    "fw monitor -o FILE로 파일을 만들고 editcap -F pcap in out으로 변환하여 여십시오.",
  ),
  "text-k12": printed(
    "Tektronix K12 텍스트 파일",
    "Wireshark에 포함된 editcap으로 변환하십시오: editcap -F pcap in out.",
  ),
  "text-qlog": printed("TCP 세그먼트가 아니라 QUIC을 기록하는 qlog 파일", "TCP 연결의 캡처를 여십시오."),
  "text-tshark-fields": printed(
    "tshark -T fields로 출력한 필드",
    "필드 이름도 출력하십시오: tshark -T fields -E header=y -e frame.time_epoch -e ip.src -e ip.dst -e tcp.srcport -e tcp.dstport -e tcp.flags -e tcp.seq_raw -e tcp.ack_raw -e tcp.len -e tcp.window_size_value. 또는 캡처 파일 자체를 여십시오.",
  ),
  "text-scapy": printed(
    "Scapy가 출력한 패킷",
    'wrpcap("out.pcap", packets)로 캡처 파일에 저장하여 여십시오.',
  ),
  "text-flow-graph": printed(
    "Wireshark의 flow graph",
    "패킷 목록을 내보내거나(File, Export Packet Dissections, As CSV) 캡처 파일 자체를 여십시오.",
  ),
  "text-statistics": printed("패킷을 요약한 Wireshark, tshark 또는 capinfos의 통계", OPEN_CAPTURE),
  "text-prose": printed(
    "패킷이 없는 일반 텍스트",
    "tcpdump가 출력하는 형태의 줄을 붙여 넣으십시오. 예: tcpdump -nn tcp.",
  ),
};

/** `레코드 4개(UDP 3, ARP 1)`, the most frequent first. */
function wordCounts(values: Values): string {
  const { records = 0 } = values;
  const parts = countsIn(values, (reason, count) => `${wordSkipped(reason)} ${count}`);
  return `레코드 ${records}개${parts.length > 0 ? `(${parts.join(", ")})` : ""}`;
}

export const wordRefusal: typeof english = (name, { kind, values = {} }) => refusals[kind](name, values);
