import { PROTOCOL_NAMES } from "../../../../base/protocol-names.ts";
import type { NamedReason, WarningCode } from "../../../../capture/reading-codes.ts";
import { type Sentence, skippedIn, warningsIn } from "../../word-code.ts";

/** What could not be read, or was read with doubt. */
export const warnings: Readonly<Record<WarningCode, Sentence>> = {
  "record-cut": ({ missing }) => `레코드 중간에서 파일이 끝납니다. ${missing}바이트가 더 있어야 합니다.`,
  "record-length": ({ length }) =>
    `레코드 길이가 ${length}바이트라고 되어 있지만 그런 캡처는 없습니다. 말이 되는 다음 레코드에서 읽기를 계속합니다.`,
  "block-cut": ({ missing }) => `블록 중간에서 파일이 끝납니다. ${missing}바이트가 더 있어야 합니다.`,
  "block-length": ({ length }) =>
    `블록 길이가 ${length}바이트라고 되어 있습니다. 말이 되는 다음 블록에서 읽기를 계속합니다.`,
  "block-trailer": ({ first, second }) =>
    `블록의 길이가 앞에서는 ${first}바이트, 뒤에서는 ${second}바이트입니다. 말이 되는 다음 블록에서 읽기를 계속합니다.`,
  "block-short": "인터페이스 설명이 너무 짧아 읽지 못하고 뺐습니다.",
  "pcapng-byte-order": "섹션에 바이트 순서가 없습니다. 말이 되는 다음 블록에서 읽기를 계속합니다.",
  "section-version": ({ version }) => `알 수 없는 섹션 버전입니다(${version}). 여기서 읽기를 멈춥니다.`,
  "unknown-interface": ({ interface: id }) =>
    `레코드가 가리키는 인터페이스 ${id}에 대한 설명이 파일에 없습니다.`,
  "packet-length": ({ length }) => `레코드 길이가 ${length}바이트라고 되어 있지만 블록은 그보다 짧습니다.`,
  "gzip-cut": ({ length }) => `gzip 데이터가 압축을 푼 ${length}바이트 뒤에서 잘렸거나 손상되었습니다.`,
  "zstd-cut": ({ length }) => `zstd 데이터가 압축을 푼 ${length}바이트 뒤에서 잘렸거나 손상되었습니다.`,
  "time-out-of-order": "시각이 앞뒤 줄과 맞지 않아 시각은 빼고 순서는 그대로 두었습니다.",
  "port-out-of-range": "포트가 65535보다 커서 이 줄을 뺐습니다.",
  "header-cut": "출력된 TCP 헤더가 잘려 있어 있는 것만 읽었습니다.",
  "fields-missing": "tcpdump가 출력하는 필드가 이 줄에 없어 있는 것만 읽었습니다.",
  "syn-ack-without-number": "확인 응답 번호가 없는 SYN,ACK입니다.",
  "octets-differ": "아래의 16진수 덤프가 이 줄과 달라 덤프의 바이트를 따랐습니다.",
  "socket-fits-none": () => "이 소켓에 맞는 연결이 텍스트에 없습니다.",
  restated: ({ line }) => `줄 ${line}의 내용을 시각 없이 되풀이하므로 뺐습니다.`,
  "seen-on-two-interfaces": ({ line }) => `줄 ${line}의 세그먼트가 다른 인터페이스에서 또 보여 뺐습니다.`,
  "tcp-hidden": ({ protocol }) => `${protocol} 요약에 TCP 헤더가 가려져 있습니다.`,
  "only-a-mention": "번호 없이 양 끝과 플래그만 있습니다. 세그먼트가 아니라 언급일 뿐입니다.",
  "not-understood": "패킷처럼 보이지만 읽을 수 없는 줄입니다.",
  "line-too-long": ({ limit }) => `줄이 ${limit}자보다 길어 그 뒤는 읽지 않았습니다.`,
  "packets-not-in-text": ({ missing, captured }) =>
    `캡처된 패킷 ${captured}개 중 ${missing}개가 텍스트에 없습니다.`,
};

export const wordWarning = warningsIn(warnings);

/** Why a record holds no TCP segment. */
export const skippedReasons: Readonly<Record<NamedReason, string>> = {
  ...PROTOCOL_NAMES,
  "802.11-encrypted": "암호화됨(802.11)",
  "802.11-fragment": "802.11 조각",
  "802.11-management": "802.11 관리·제어",
  "arcnet-fragment": "ARCNET 조각",
  "capwap-encrypted": "암호화됨(CAPWAP)",
  "capwap-fragment": "CAPWAP 조각",
  "macsec-encrypted": "암호화됨(MACsec)",
  "mpls-control": "MPLS 제어",
  "pppoe-discovery": "PPPoE 탐색",
  "preempted-frame": "선점된 프레임의 일부",
  esp: "암호화됨(ESP)",
  wireguard: "암호화됨(WireGuard)",
  llc: "LLC(스패닝 트리 등)",
  "journal-entry": "저널 항목",
  "system-event": "시스템 이벤트",
  "custom-block": "사용자 정의 블록",
  "not-ip": "IP 아님",
  "other-ip-protocol": "다른 IP 프로토콜",
  "other-protocol": "다른 프로토콜",
  "ip-fragment": "단편화된 데이터그램의 조각",
  "ppp-control": "PPP 제어",
  "slow-protocols": "LACP 등 slow protocols",
  "ipv6-no-next-header": "내용 없는 IPv6",
  "nested-too-deep": "너무 깊이 중첩됨",
  cut: "TCP 헤더 앞에서 잘림",
  malformed: "형식 오류",
  "unknown-interface": "파일에 설명이 없는 인터페이스",
  "tcpdump-quiet": "tcpdump -q 출력",
  "hidden-tcp": "요약에 가려진 TCP",
  restated: "두 번 적힘",
  "seen-on-two-interfaces": "두 인터페이스에서 보임",
  "port-out-of-range": "65535보다 큰 포트",
};

export const wordSkipped = skippedIn(skippedReasons, (type) => `지원하지 않는 링크 유형 ${type}`);
