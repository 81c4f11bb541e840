import type { ForeignText } from "../../reading-codes.ts";

const STATE =
  "(?:CLOSED?|LISTEN|SYN_SENT|SYN_RECV|NEW_SYN_RECV|ESTABLISHED|FIN_WAIT_?[12]|TIME_WAIT|CLOSE_WAIT|LAST_ACK|CLOSING)";

/** A line of each program that prints TCP in ways Synfin does not read, by what only that program prints. */
const SIGNS: Readonly<Record<ForeignText, RegExp>> = {
  // `  1   0.00000 alpha -> beta TCP D=80 S=5 Syn Seq=7 Len=0 Win=9`
  snoop: / -> \S{1,64} {1,16}TCP D=\d{1,5} S=\d{1,5}/,
  zeek: /^#(?:separator|set_separator|fields|path)\s/,
  tcptrace: /^TCP connection \d{1,9}:$|^\d{1,9} TCP connections? traced:?$/,
  // `tcp      6 431999 ESTABLISHED src=10.0.0.1 dst=10.0.0.2 sport=51000 dport=443 src=10.0.0.2 …`
  conntrack: /\bsrc=\S{1,64} dst=\S{1,64} sport=\d{1,5} dport=\d{1,5}\b/,
  // `ffff9fd7e8192000 22384 curl 192.0.2.1 0 52.33.159.26 80 CLOSE -> SYN_SENT 0.000`, tcplife, tcpconnect, tcpretrans
  tcpstates: new RegExp(
    `\\b${STATE}(?:\\s{1,8}->\\s{1,8}|,)${STATE}\\b|\\bOLDSTATE\\s{1,8}->|\\b(?:old|new)state=TCP_|\\b[LR]ADDR\\b.{0,80}\\b[LR]ADDR\\b|\\bSADDR\\b.{0,80}\\bDADDR\\b|\\s[RLT]>\\s{1,8}\\S{1,64}:\\d{1,5}\\s`,
  ),
  // `IN=eth0 OUT= MAC=… SRC=192.0.2.10 DST=198.51.100.1 LEN=60 … PROTO=TCP SPT=51000 DPT=443 …`
  iptables: /\bSRC=[0-9a-fA-F.:]{3,45} DST=[0-9a-fA-F.:]{3,45} (?:LEN=|.{0,200}\bPROTO=)/,
  // `Nov 30 08:00:01.123: default/a:51000 (ID:1) -> default/b:80 (ID:2) to-endpoint FORWARDED (TCP Flags: SYN)`; `cilium monitor`
  hubble:
    /\(TCP Flags: [A-Z, ]{3,40}\)|\b(?:FORWARDED|DROPPED|AUDIT|TRACED|TRANSLATED) \((?:TCP|UDP|ICMP|HTTP|DNS)|"verdict":\s{0,2}"(?:FORWARDED|DROPPED)"|-> (?:endpoint|stack|overlay|network) .{0,200}\btcp (?:SYN|ACK|FIN|RST)/,
  // AWS: `2 123456789010 eni-1235b8ca 172.31.16.139 172.31.16.21 20641 22 6 20 4249 … ACCEPT OK`; Azure: `1542110377,10.0.0.4,13.67.143.118,44931,443,T,O,A`; GCP; nfdump
  "flow-log":
    /^\s{0,8}\d{1,2} (?:\d{12}|unknown) eni-\w{6,20} |\bsrcaddr\b.{0,80}\bdstaddr\b|\b\d{10,13},[0-9a-fA-F.:]{3,45},[0-9a-fA-F.:]{3,45},\d{1,5},\d{1,5},[TU\d]{1,2},[IO],[ADBCE]\b|"(?:src_ip|srcIp|flowTuples|flow_state)"|\bSrc IP Addr:Port\b/,
  // `100000000001 [nc] 10 [tp] net:netif_receive_skb #1`, `… ttl 64 tos 0x0 id 1 off 0 [DF] len 60 proto TCP (6) flags [S] …`
  retis: /^\d{6,20} (?:\(\d{1,6}\) )?\[.{1,40}\] \S{1,20} \[(?:tp|k|kr|u|ur)\] \S|\bproto TCP \(6\) flags \[/,
  // `0xffff9b6b1aa2b600 2 ~/bin/curl:12345 4026531840 0 0 0x0800 1500 60 10.0.0.1:51000->10.0.0.2:443(tcp) ip_local_out`
  pwru: /^\s{0,8}SKB\s{1,30}CPU\s{1,30}PROCESS\b|\S:\d{1,5}->\S{2,64}:\d{1,5}\((?:tcp|udp|icmp)\)/,
  // `[vs_0][fw_1] eth1:i[60]: 192.0.2.5 -> 198.51.100.9 (TCP) len=60 id=24567`, `TCP: 34567 -> 443 .S.... seq=1a2b3c4d ack=0`
  "fw-monitor":
    /:[iIoOeE]\d{0,2}\[\d{1,5}\]: \S{1,64} -> \S{1,64} \(\w{1,12}\)|^\s{0,8}TCP: \d{1,5} -> \d{1,5} [.FSRPAUEC]{6,8} seq=/,
  // `+---------+---------------+----------+`, `|0   |00|0c|29|…`
  k12: /^\+-{9}\+-{15}\+-{10}\+|^\|\w{1,4}\s{1,4}(?:\|[0-9a-fA-F]{2}){8}/,
  qlog: /"qlog_(?:version|format)"|urn:ietf:params:qlog|"name":\s{0,4}"(?:transport|quic|recovery|connectivity):/,
  // `ip.src<TAB>tcp.srcport<TAB>ip.dst<TAB>…`, and rows of addresses, ports and flags without any words
  "tshark-fields":
    /\b(?:ip|ipv6|tcp|eth|frame)\.[a-z_.]{2,30}[\t,;|](?:ip|ipv6|tcp|eth|frame)\.[a-z_.]{2,30}\b|(?:^|[\t,;])\d{1,3}(?:\.\d{1,3}){3}[\t,;](?:\d{1,5}[\t,;])?\d{1,3}(?:\.\d{1,3}){3}[\t,;](?:\d{1,5}|0x[0-9a-f]{3,8}|[\u00b7.*A-Z]{9,12})(?:[\t,;]|$)/,
  // `Ether / IP / TCP 192.0.2.1:ftp_data > 198.51.100.2:https S`, `###[ TCP ]###`, `<TCP sport=51000 …`
  scapy:
    /\bIP(?:v6)? \/ (?:[\w ]{1,30} \/ )?TCP \S{1,64} > \S{1,64} [FSRPAUEC]{1,8}\b|###\[ ?(?:TCP|IP|Ethernet) ?\]###|<TCP\s{1,4}sport=/,
  // `|0.000000 |         SYN       |                   |Seq = 0`, `|         |(51000)  ------------------>  (443)    |`
  "flow-graph":
    /^\|Time {5}\|.{0,200}\|$|\|\s{0,20}\(\d{1,5}\)\s{1,8}(?:-{4,60}>|<-{4,60})\s{1,8}\(\d{1,5}\)/,
  // tshark -z conv,tcp; endpoints,tcp; io,stat; io,phs; follow,tcp; expert; capinfos
  statistics:
    /^(?:TCP|UDP|SCTP|IPv[46]|Ethernet) (?:Conversations|Endpoints)$|^\|? ?IO Statistics\b|^Protocol Hierarchy Statistics$|^Follow: tcp,|^(?:Errors|Warns|Notes|Chats) \(\d{1,9}\)$|^File encapsulation: |^File name\tFile type\t/,
};

/** The programs, in the order in which a text is refused. */
export const FOREIGN_TEXTS = Object.keys(SIGNS) as readonly ForeignText[];

/** The program whose text the line is; null if it looks like none of them. */
export function foreignProgramOf(line: string): ForeignText | null {
  return FOREIGN_TEXTS.find((program) => SIGNS[program].test(line)) ?? null;
}
