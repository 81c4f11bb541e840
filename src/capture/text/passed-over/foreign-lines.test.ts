import { describe, expect, test } from "vitest";
import { readText } from "../../../testing/printed-segments.ts";
import type { RefusalKind } from "../../reading-codes.ts";

/** Texts of other programs as they print them. */
const TEXTS: readonly (readonly [kind: RefusalKind, what: string, text: string])[] = [
  [
    "text-conntrack",
    "conntrack -L",
    `tcp      6 431999 ESTABLISHED src=192.0.2.10 dst=198.51.100.1 sport=51000 dport=443 src=198.51.100.1 dst=192.0.2.10 sport=443 dport=51000 [ASSURED] mark=0 use=1
conntrack v1.4.6 (conntrack-tools): 1 flow entries have been shown.`,
  ],
  [
    "text-conntrack",
    "conntrack -E",
    "    [NEW] tcp      6 120 SYN_SENT src=192.0.2.10 dst=198.51.100.1 sport=51000 dport=443 [UNREPLIED] src=198.51.100.1 dst=192.0.2.10 sport=443 dport=51000",
  ],
  [
    "text-tcpstates",
    "tcpstates",
    `SKADDR           C-PID C-COMM     LADDR           LPORT RADDR           RPORT OLDSTATE    -> NEWSTATE    MS
ffff9fd7e8192000 22384 curl       192.0.2.10      0     198.51.100.1    80    CLOSE       -> SYN_SENT    0.000
ffff9fd7e8192000 0     swapper/5  192.0.2.10      63446 198.51.100.1    80    SYN_SENT    -> ESTABLISHED 1.373`,
  ],
  [
    "text-tcpstates",
    "one row of tcpstates",
    "ffff9fd7e8192000 22384 curl 192.0.2.10 0 198.51.100.1 80 CLOSE -> SYN_SENT 0.000",
  ],
  [
    "text-tcpstates",
    "tcplife",
    `PID   COMM       LADDR           LPORT RADDR           RPORT TX_KB RX_KB MS
22597 recordProg 127.0.0.1       46644 127.0.0.1       28527     0     0 0.23`,
  ],
  [
    "text-tcpstates",
    "tcpretrans",
    "01:55:05 0      4  192.0.2.10:22       R> 198.51.100.1:34619   ESTABLISHED",
  ],
  [
    "text-tcpstates",
    "the trace event",
    "curl-1234 [001] ..... 1234.5678: inet_sock_set_state: family=AF_INET protocol=IPPROTO_TCP sport=51000 dport=443 saddr=192.0.2.10 daddr=198.51.100.1 oldstate=TCP_SYN_SENT newstate=TCP_ESTABLISHED",
  ],
  [
    "text-iptables",
    "iptables LOG",
    "Nov 30 08:00:01 gw kernel: [1234.5] IN=eth0 OUT= MAC=02:00:00:00:00:01:02:00:00:00:00:02:08:00 SRC=192.0.2.10 DST=198.51.100.1 LEN=60 TOS=0x00 PREC=0x00 TTL=64 ID=54321 DF PROTO=TCP SPT=51000 DPT=443 WINDOW=29200 RES=0x00 SYN URGP=0",
  ],
  [
    "text-iptables",
    "ufw",
    "Nov 30 08:00:01 gw kernel: [UFW BLOCK] IN=eth0 OUT= SRC=2001:db8::1 DST=2001:db8::2 LEN=80 TC=0 HOPLIMIT=64 FLOWLBL=0 PROTO=TCP SPT=51000 DPT=443 WINDOW=64800 RES=0x00 SYN URGP=0",
  ],
  [
    "text-hubble",
    "hubble observe",
    "Nov 30 08:00:01.123: default/client:51000 (ID:1234) -> default/server:443 (ID:5678) to-endpoint FORWARDED (TCP Flags: SYN)",
  ],
  [
    "text-hubble",
    "cilium monitor",
    "-> endpoint 1234 flow 0x5d3f6bb7 , identity 2->5678 state new ifindex lxc12345 orig-ip 192.0.2.10: 192.0.2.10:51000 -> 198.51.100.1:443 tcp SYN",
  ],
  [
    "text-flow-log",
    "AWS",
    `version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status
2 123456789010 eni-1235b8ca123456789 192.0.2.10 198.51.100.1 51000 443 6 20 4249 1418530010 1418530070 ACCEPT OK`,
  ],
  [
    "text-flow-log",
    "AWS without a header",
    "2 123456789010 eni-1235b8ca123456789 192.0.2.10 198.51.100.1 51000 443 6 20 4249 1418530010 1418530070 REJECT OK",
  ],
  ["text-flow-log", "Azure", '"1542110377,192.0.2.10,198.51.100.1,44931,443,T,O,A,B,,,,"'],
  [
    "text-flow-log",
    "Google",
    '{"insertId":"x","jsonPayload":{"bytes_sent":"100","connection":{"dest_ip":"198.51.100.1","dest_port":443,"protocol":6,"src_ip":"192.0.2.10","src_port":51000}}}',
  ],
  [
    "text-retis",
    "retis",
    `100000000001 [nc] 10 [tp] net:netif_receive_skb #1
  if 2 (eth0) rxif 2
  192.0.2.10.51000 > 198.51.100.20.443 ttl 64 tos 0x0 id 1 off 0 [DF] len 60 proto TCP (6) flags [S] seq 1000 win 64240`,
  ],
  [
    "text-pwru",
    "pwru",
    `SKB                CPU PROCESS          NETNS      MARK/x        IFACE       PROTO  MTU   LEN   TUPLE FUNC
0xffff9b6b1aa2b600 2   ~/bin/curl:12345 4026531840 0               0         0x0800 1500  60    192.0.2.10:51000->198.51.100.1:443(tcp) ip_local_out`,
  ],
  [
    "text-pwru",
    "rows of pwru alone",
    "0xffff9b6b1aa2b600      2          [curl]              ip_output netns=4026531840 192.0.2.10:51000->198.51.100.1:443(tcp)",
  ],
  [
    "text-fw-monitor",
    "fw monitor",
    `[vs_0][fw_1] eth1:i[60]: 192.0.2.5 -> 198.51.100.9 (TCP) len=60 id=24567
TCP: 34567 -> 443 .S.... seq=1a2b3c4d ack=00000000`,
  ],
  [
    "text-fw-monitor",
    "fw monitor without a virtual system",
    `eth2:O1[40]: 203.0.113.1 -> 198.51.100.9 (TCP) len=40 id=1
TCP: 10234 -> 443 ....A. seq=1a2b3c4e ack=9f3e0012`,
  ],
  [
    "text-k12",
    "K12",
    `+---------+---------------+----------+
01:29:58,345,000   ETHER
|0   |02|00|00|00|00|02|02|00|00|00|00|01|08|00|45|00|00|3c|`,
  ],
  ["text-qlog", "qlog", '{"qlog_format":"JSON-SEQ","qlog_version":"0.3","title":"a"}'],
  [
    "text-qlog",
    "an event of qlog",
    '{"time":1.5,"name":"transport:packet_sent","data":{"header":{"packet_type":"initial"}}}',
  ],
  [
    "text-tshark-fields",
    "tshark -T fields with a header",
    "ip.src\ttcp.srcport\tip.dst\ttcp.dstport\ttcp.flags\n192.0.2.10\t51000\t198.51.100.1\t443\t0x0002",
  ],
  ["text-tshark-fields", "flags as letters", "1\t192.0.2.10\t198.51.100.1\t··········S·"],
  [
    "text-tcpstates",
    "tcpstates -s",
    "ffff9fd7e8192000,22384,curl,4,192.0.2.10,0,198.51.100.1,80,CLOSE,SYN_SENT,0.000",
  ],
  ["text-tcpstates", "tcpaccept", "PID     COMM         IP RADDR            RPORT LADDR            LPORT"],
  [
    "text-hubble",
    "hubble observe of HTTP",
    "Nov 30 08:00:01.123: default/a:51000 -> default/b:80 http-request FORWARDED (HTTP/1.1 GET http://b/)",
  ],
  [
    "text-hubble",
    "hubble as JSON",
    '{"flow":{"time":"2024-11-30T08:00:01.123Z","verdict":"FORWARDED","l4":{"TCP":{"source_port":51000}}}}',
  ],
  ["text-tshark-fields", "tshark -T fields", "192.0.2.10\t198.51.100.1\t51000\t443\t0x0002"],
  [
    "text-scapy",
    "summary()",
    "IP / TCP 192.0.2.1:ftp_data > 198.51.100.2:https S ==> IP / TCP 198.51.100.2:https > 192.0.2.1:ftp_data SA / Padding",
  ],
  ["text-scapy", "nsummary() of frames", "0000 Ether / IP / TCP 192.0.2.1:51000 > 198.51.100.2:https S"],
  ["text-scapy", "show()", "###[ IP ]###\n  src       = 192.0.2.1\n###[ TCP ]###\n     sport     = 51000"],
  [
    "text-flow-graph",
    "flow graph",
    `|Time     | 192.0.2.10        |                   |
|         |                   | 198.51.100.20     |
|0.000000 |         SYN       |                   |Seq = 0
|         |(51000)  ------------------>  (443)    |`,
  ],
  ["text-statistics", "tshark -z conv,tcp", `${"=".repeat(80)}\nTCP Conversations\nFilter:<No Filter>`],
  ["text-statistics", "tshark -z io,stat", "| IO Statistics             |\n| Duration: 1.999874 secs   |"],
  ["text-statistics", "tshark -z follow,tcp", "Follow: tcp,ascii\nFilter: tcp.stream eq 0"],
  ["text-statistics", "tshark -z expert", "Notes (16)\n   Frequency      Group           Protocol  Summary"],
  [
    "text-statistics",
    "capinfos",
    "File type:           Wireshark/... - pcapng\nFile encapsulation:  Ethernet",
  ],
  ["text-unread", "flags of tcpdump without ends", "and then came : Flags [S], seq 7, win 9"],
  ["text-unread", "flags of Wireshark without ends", "1 0.5 TCP 74 [SYN, ACK] Seq=0 Ack=1"],
];

describe("text of another program is refused by its name", () => {
  test.each(TEXTS)("%s: %s", (kind, _, text) => {
    const { refusal, table } = readText(text);
    expect([table.length, refusal?.kind]).toEqual([0, kind]);
  });

  test("also among prose", () => {
    for (const [kind, , text] of TEXTS)
      expect(readText(`We looked at it:\n\n${text}\n\nand saw nothing.`).refusal?.kind).toBe(kind);
  });

  test("but not when segments stand beside it", () => {
    const segment = "12:00:00.000001 IP 10.0.0.1.5 > 10.0.0.2.80: Flags [S], seq 7, win 9, length 0";
    for (const [, what, text] of TEXTS) expect(readText(`${text}\n${segment}`).table.length, what).toBe(1);
  });

  test.each([
    "The source address src is printed before dst.",
    "We use TCP / IP / Ethernet here, and IP / TCP is a stack.",
    "LADDR is the local address.",
    "| Time | Value |",
    "See flags, e.g. ip.src or tcp.flags, in the manual.",
  ])("prose stays prose: %s", (line) => expect(readText(line).refusal?.kind).toBe("text-prose"));
});
