import { describe, expect, test } from "vitest";
import { printedSegments, readText } from "../../testing/printed-segments.ts";

const FIELDS = [
  "Flags [S], seq 1000, win 64240, options [mss 1460,nop,wscale 7], length 0",
  "Flags [S.], seq 5000, ack 1001, win 65160, options [mss 1460,nop,wscale 7], length 0",
  "Flags [.], ack 1, win 502, length 0",
] as const;

/** A handshake between two hosts as an author prints it; `around` makes a line of `A.1 > B.2: …`. */
function handshake(client: string, server: string, around: (core: string) => string): string {
  const there = `${client}.50001 > ${server}.8443: `;
  const back = `${server}.8443 > ${client}.50001: `;
  return FIELDS.map((fields, i) => around(`${i === 1 ? back : there}${fields}`)).join("\n");
}

/** Each pair of ends that the text was read as. */
function pairs(text: string): string[] {
  const { flows } = readText(text).table;
  return Array.from({ length: flows.length }, (_, flow) => {
    const [a, b] = [flows.a(flow), flows.b(flow)];
    return `${a.address}:${a.port} ${b.address}:${b.port}`;
  });
}

const plain = (core: string): string => `10:00:01.000000 IP ${core}`;

/** As printed, and as read where that differs. */
const NAMES: [client: string, server: string, read?: string][] = [
  ["<client>", "<server>"],
  ["<my-ip>", "198.51.100.9"],
  ["<my laptop>", "<the server>"],
  ["<<client>>", "<<server>>"],
  ["<client", "server>"],
  ["<lan > client>", "<dmz > server>"],
  ["<a > b>", "198.51.100.9"],
  ["<client>.example.com", "<server>.example.com"],
  ["192.168.1.<x>", "192.168.1.<y>"],
  ["<a>", "<b>"],
  ["<br>", "<main>"],
  ["&lt;client&gt;", "&lt;server&gt;", "<client>:50001 <server>:8443"],
  ["&amp;lt;A&amp;gt;", "&amp;lt;B&amp;gt;", "<A>:50001 <B>:8443"],
  ["\\<client\\>", "\\<server\\>", "<client>:50001 <server>:8443"],
  ["‹client›", "‹server›", "<client>:50001 <server>:8443"],
  ["“client”", "“server”", '"client":50001 "server":8443'],
  ["<b>client</b>", "<i>server</i>", "client:50001 server:8443"],
  ['"my host"', '"the server"'],
  ["'client'", "'server'"],
  ["`client`", "`server`"],
  ["(client)", "(my server)"],
  ["client(10.0.0.1)", "server(10.0.0.2)"],
  ["{client}", "{server}"],
  ["{{client}}", "{{server}}"],
  ["{{ client }}", "{{ server }}"],
  ["[client]", "[the server]"],
  ["[2001:db8::1]", "[2001:DB8:0:0::2]", "2001:db8::1:50001 2001:db8::2:8443"],
  ["my laptop", "198.51.100.9"],
  ["198.51.100.9", "my web server"],
  ["my PC (office)", "web-server 2"],
  ["客户端", "服务器"],
  ["客户 端", "服务 器"],
  ["내 노트북", "웹 서버"],
  ["client, home", "server, office"],
  ["Seoul, KR (client)", "server"],
  ["a->b", "c=>d"],
  ["198.51.100.9", "웹 서버"],
  ["мой клиент", "мой сервер"],
  ["198.51.100.9 (client)", "198.51.100.7 (server)"],
  ["客户端A", "服务器B"],
  ["████", "▒▒▒▒"],
  ["***", "###"],
  ["$CLIENT", "%server%"],
];

test.each([
  [":", "192.0.2.10", "198.51.100.20"],
  [",", "192.0.2.10", "198.51.100.20"],
  ["#", "192.0.2.10", "198.51.100.20"],
  [" port ", "192.0.2.10", "198.51.100.20"],
  [":", "[2001:db8::1]", "[2001:db8::2]", "2001:db8::1:50001 2001:db8::2:8443"],
  [".", "2001:0DB8::0001", "2001:db8:0:0:0:0:0:2", "2001:db8::1:50001 2001:db8::2:8443"],
])("a port behind %j: %s and %s", (sign, client, server, read = `${client}:50001 ${server}:8443`) => {
  const text = handshake(client, server, plain).replace(/\.(?=50001|8443)/gu, sign);
  expect(pairs(text)).toEqual([read]);
});

test("an address is one end in every spelling of it", () => {
  const lines = handshake("2001:DB8::1", "2001:db8:0::2", plain).split("\n");
  const other = handshake("2001:db8::1", "2001:db8::2", plain).split("\n");
  expect(pairs([lines[0], other[1], lines[2]].join("\n"))).toEqual(["2001:db8::1:50001 2001:db8::2:8443"]);
});

test("a name and its port within one pair of brackets", () => {
  const text = handshake("<client", "<server", plain)
    .replace(/\.50001/gu, ":50001>")
    .replace(/\.8443/gu, ":8443>");
  expect(pairs(text)).toEqual(["<client>:50001 <server>:8443"]);
});

describe("a host that the author hid is one host, whatever stands for it", () => {
  test.each(NAMES)("%s and %s", (client, server, read) => {
    const text = handshake(client, server, plain);
    expect(pairs(text)).toEqual([read ?? `${client}:50001 ${server}:8443`]);
    expect(readText(text).table.length).toBe(3);
  });

  test.each<[string, (core: string) => string]>([
    [
      "behind the addresses of -e",
      (core) =>
        `10:00:01.0 02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 66: ${core}`,
    ],
    [
      "behind a VLAN tag",
      (core) =>
        `10:00:01.0 02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1Q (0x8100), length 70: vlan 5, p 0, ethertype IPv4 (0x0800), ${core}`,
    ],
    [
      "behind two VLAN tags of older versions",
      (core) =>
        `10:00:01.0 02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1Q-QinQ (0x88a8), length 74: vlan 9, p 0, ethertype 802.1Q, vlan 5, p 0, ethertype IPv4, ${core}`,
    ],
    ["behind an interface", (core) => `10:00:01.000000 eth0  In  IP ${core}`],
    ["in a quoted mail", (core) => `> ${plain(core)}`],
    ["in a list", (core) => `1. \`${plain(core)}\``],
    ["in code of a page", (core) => `<pre><code>${plain(core)}</code></pre>`],
    [
      "below a head of -v",
      (core) =>
        `10:00:01.000000 IP (tos 0x0, ttl 64, id 5, offset 0, flags [DF], proto TCP (6), length 60)\n    ${core}`,
    ],
    [
      "behind a head of -v",
      (core) =>
        `10:00:01.000000 IP6 (flowlabel 0x8ad33, hlim 64, next-header TCP (6) payload length: 40) ${core}`,
    ],
    ["without IP", (core) => `10:00:01.000000 ${core}`],
    ["without a time", (core) => `IP ${core}`],
    ["with the arrow of a page", (core) => plain(core.replace(" > ", " &gt; "))],
    ["with another arrow", (core) => plain(core.replace(" > ", " → "))],
    ["with a long arrow", (core) => plain(core.replace(" > ", " -> "))],
  ])("%s", (_, around) => {
    for (const [client, server] of [
      ["<client>", "<server>"],
      ["my laptop", "198.51.100.9"],
      ['"a b"', "[c d]"],
    ] as const)
      expect(pairs(handshake(client, server, around))).toEqual([`${client}:50001 ${server}:8443`]);
  });

  test.each([
    ["내 노트북", "웹 서버"],
    ["客户 端", "服务 器"],
    ["198.51.100.9", "웹 서버"],
    ["мой клиент", "мой сервер"],
    ["198.51.100.9 (client)", "198.51.100.7 (server)"],
  ])("with neither IP nor a time before it: %s and %s", (client, server) => {
    for (const before of ["", "10:00:01.000000 "]) {
      const text = handshake(client, server, (core) => before + core);
      expect(pairs(text)).toEqual([`${client}:50001 ${server}:8443`]);
    }
  });

  test.each([
    ["서버 db01", "web01"],
    ["client, home", "server"],
  ])("behind a time alone: %s and %s", (client, server) => {
    const text = handshake(client, server, (core) => `10:00:01.000000 ${core}`);
    expect(pairs(text)).toEqual([`${client}:50001 ${server}:8443`]);
  });

  test("where the arrow touches the names", () => {
    const glued = (core: string): string => plain(core.replace(" > ", " >"));
    expect(pairs(handshake("<client>", "<server>", glued))).toEqual(["<client>:50001 <server>:8443"]);
  });

  test.each([
    ["<client>", "<server>"],
    ["192.0.2.1", "198.51.100.9"],
  ])("with a colon before the port, as people write it: %s and %s", (client, server) => {
    const colons = (core: string): string =>
      plain(core.replace(".50001", ":50001").replace(".8443", ":8443"));
    expect(pairs(handshake(client, server, colons))).toEqual([`${client}:50001 ${server}:8443`]);
  });

  test("in lines of tcpdump 3", () => {
    expect(
      printedSegments(
        `10:00:01.0 <client>.50001 > <server>.8443: S 1000:1000(0) win 5840
10:00:01.0 < <server>.8443 > <client>.50001: S 5000:5000(0) ack 1001 win 5840`,
      ),
    ).toEqual([
      "1: <client>.50001 > <server>.8443 SYN 1000 - 5840 0",
      "2: <server>.8443 > <client>.50001 SYN,ACK 5000 1001 5840 0",
    ]);
  });
});

describe("words before a source that are none of it", () => {
  const CORE = "10.0.0.1.5 > 10.0.0.2.80: Flags [S], seq 7, win 9, length 0";
  test.each([
    `Then we see (${CORE})`,
    `Then we see ${CORE}`,
    `"${CORE}"`,
    `服务器返回${CORE}`,
    `输出：${CORE}`,
    `Mar 28 11:41:17 router logger: 10:00:01.0 IP ${CORE}`,
    `10:00:01.000000 lo ${CORE}`,
    `10:00:01.000000 IP 192.0.2.1 > 192.0.2.2: GREv0, length 64: IP ${CORE}`,
  ])("%s", (line) => {
    expect(pairs(line)).toEqual(["10.0.0.1:5 10.0.0.2:80"]);
  });
});
