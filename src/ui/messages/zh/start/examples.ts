import type { Messages } from "../../en.ts";

/** What the examples of the gallery are about. */
export const chapters: Messages["chapters"] = {
  opening: "建立连接",
  losing: "报文段丢失时",
  closing: "关闭连接",
  enduring: "连接打开期间",
};

/** The examples: a title, and one line on what happens. */
export const examples: Messages["examples"] = {
  "handshake-and-close": { title: "从 SYN 到 FIN", text: "三次握手、一次请求和应答、四次挥手。" },
  refused: { title: "连接被拒绝", text: "端口上没有程序监听：用 RST 应答 SYN。" },
  "icmp-rejected": { title: "被 ICMP 拒绝", text: "防火墙用 ICMP 差错而不是 RST 应答 SYN。" },
  "simultaneous-open": { title: "同时打开", text: "两端都调用 connect()，两个 SYN 在途中交错。" },
  "fast-open": { title: "Fast Open", text: "先得到 cookie，然后在 SYN 中就携带数据。" },
  "given-up": { title: "打开途中放弃", text: "握手完成之前客户端就发送了 RST。" },
  "refused-at-last": { title: "最后一刻被拒绝", text: "握手看似完成，服务器却发送了 RST。" },
  "new-syn": { title: "同一端口上的另一个 SYN", text: "初始序号不同的第二个 SYN 取代了第一个。" },
  "old-duplicate-syn": { title: "旧的重复 SYN", text: "RFC 9293 图 8：客户端拒绝对很久以前的 SYN 的应答。" },
  "half-open": { title: "发现半打开连接", text: "RFC 9293 图 9：一端崩溃，另一端从 RST 得知。" },
  "syn-lost": { title: "第一个 SYN 丢失", text: "一片静默；一秒后客户端重发 SYN。" },
  "syn-never-answered": { title: "SYN 始终无应答", text: "每次等待都加倍，直到客户端放弃。" },
  "syn-ack-lost": { title: "SYN,ACK 丢失", text: "两端都重发对方似乎没有收到的东西。" },
  "syn-received-for-ever": {
    title: "始终未完成的 SYN-RECEIVED",
    text: "握手的最后一个 ACK 始终没来，服务器放弃了。",
  },
  "completed-by-data": { title: "由数据完成的握手", text: "最后一个 ACK 丢失，第一份数据捎带了它。" },
  "completed-by-fin": { title: "由 FIN 完成的握手", text: "最后一个 ACK 丢失，客户端没有发数据就关闭。" },
  "fin-lost": { title: "FIN 全部丢失", text: "客户端关闭，但 FIN 没有送达，最后放弃。" },
  "loss-at-both-ends": { title: "从两端看丢失", text: "先丢数据，后丢 ACK：合看两个捕获才能分辨。" },
  "three-segment-close": { title: "三个报文段的关闭", text: "服务器的 ACK 和 FIN 在同一个报文段中。" },
  "server-closes-first": { title: "服务器先关闭", text: "于是在 TIME-WAIT 中等待的是服务器。" },
  "half-close": { title: "半关闭", text: "客户端已发完，服务器继续发送。" },
  "simultaneous-close": { title: "同时关闭", text: "两个 FIN 交错：两端都经过 CLOSING。" },
  "close-wait-stays": { title: "滞留的 CLOSE-WAIT", text: "服务器忘了关闭，客户端不会永远等下去。" },
  "time-wait": { title: "TIME-WAIT 的用处", text: "最后一个 ACK 丢失，重发的 FIN 仍有人应答。" },
  "time-wait-assassination": { title: "被提前结束的 TIME-WAIT", text: "一个旧报文段引来 RST，结束了等待。" },
  "port-reuse": { title: "重用同一个端口", text: "离开 TIME-WAIT，用同样的地址和端口建立新连接。" },
  "zero-window": { title: "零窗口", text: "接收方已满，发送方不断探测直到有空间。" },
  "keep-alive": { title: "保活探测", text: "没有数据要发，只问对方是否还在。" },
  "reset-by-client": { title: "被客户端重置", text: "用 RST 代替 FIN：两端立即进入 CLOSED。" },
  "reset-by-server": { title: "被服务器重置", text: "服务器不读请求就关闭：用 RST 而不是 FIN。" },
  "blind-reset": { title: "盲目重置与质询 ACK", text: "伪造的 RST 不知道准确的序号，因而失败。" },
  partial: { title: "不完整的捕获", text: "缺少报文段时，还能知道什么，不能知道什么。" },
};
