import { formatCount } from "../figures.ts";
import type { Messages } from "./en.ts";
import { compare } from "./zh/compare.ts";
import { copying } from "./zh/copying.ts";
import { coverage } from "./zh/coverage.ts";
import { diagram } from "./zh/diagram.ts";
import { graph } from "./zh/graph.ts";
import { header } from "./zh/header.ts";
import { lecture } from "./zh/lecture.ts";
import { link, wordLinkRefusal } from "./zh/link.ts";
import { options } from "./zh/options.ts";
import { wordOutcome } from "./zh/outcomes.ts";
import { overTime } from "./zh/over-time.ts";
import { overview } from "./zh/overview.ts";
import { predict } from "./zh/predict.ts";
import { wordRefusal } from "./zh/refusals.ts";
import { share } from "./zh/share.ts";
import { bytes, sockets } from "./zh/sockets.ts";
import { splitters } from "./zh/splitters.ts";
import { tour } from "./zh/tour.ts";
import { wordSkipped, wordWarning } from "./zh/warnings.ts";
import { why } from "./zh/why.ts";

const segments = (count: number): string => `${formatCount(count)} 个报文段`;
const connections = (count: number): string => `${formatCount(count)} 个连接`;

/** All words of the interface in simplified Chinese. */
export const zh: Messages = {
  app: {
    name: "Synfin",
    pastedText: "粘贴的文本",
    openOther: "打开…",
    openOtherHint: "打开另一个捕获",
    close: "关闭捕获",
    tools: "工具",
    more: "更多工具",
    language: "语言",
    dropHere: "把捕获拖到这里打开",
  },
  numbers: {
    label: "序号",
    relative: "相对",
    wire: "实际",
    relativeHint: "从连接开始算起：SYN 为 0",
    wireHint: "报文段中的原值",
    wireNotTold: "这个捕获只有相对序号",
  },
  hosts: {
    label: "主机名称",
    names: { addresses: "地址", names: "名称" },
    hints: { addresses: "报文段中的地址", names: "捕获给地址起的名称" },
  },
  theme: {
    label: "主题",
    system: "跟随系统",
    light: "浅色主题",
    dark: "深色主题",
    projector: "投影主题",
  },
  empty: {
    title: "从 SYN 到 FIN，看清捕获中的每个 TCP 连接",
    sentence:
      "给 Synfin 一个 pcap 或 pcapng 文件，或 tcpdump 打印的文本，就能一步步查看每个连接：谁发送了什么，两端处于什么状态，以及为什么。",
    privacy: "捕获只留在这个浏览器里，不会发送到任何地方。",
    drop: "把捕获文件拖到任意位置",
    or: "或",
    choose: "选择文件…",
    pasteLabel: "粘贴 tcpdump 文本",
    pastePlaceholder:
      "12:49:33.192719 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [S], seq 284972257, win 64240, length 0\n…",
    pasteButton: "打开文本",
    pasteHint: "在页面任何位置都可以粘贴。",
    examples: "或从一个示例开始",
    segments,
  },
  examples: {
    "handshake-and-close": { title: "从 SYN 到 FIN", text: "三次握手、一次请求和应答、四次挥手。" },
    refused: { title: "连接被拒绝", text: "端口上没有程序监听：用 RST 应答 SYN。" },
    "syn-lost": { title: "第一个 SYN 丢失", text: "一片静默；一秒后客户端重发 SYN。" },
  },
  loading: {
    title: (name) => `正在读取 ${name}`,
    bytes: (read, total) => `${read} / ${total}`,
    found: (found, inConnections) => `目前 ${segments(found)}，${connections(inConnections)}`,
    cancel: "取消",
    judged: (judged, all) => `正在推断状态：${connections(all)}中的 ${formatCount(judged)} 个`,
    outcome: "读取中…",
    firstLines: (shown) => `前 ${connections(shown)}；文件读完后显示全部`,
    later: "全部读取并判断之后显示图。",
  },
  failed: {
    refusedTitle: "Synfin 无法读取",
    linkTitle: "无法打开这个链接",
    unreadableTitle: "无法读取文件",
    faultTitle: "Synfin 出错了",
    unreadable: (name, message) =>
      `浏览器无法读取 ${name}（${message}）。请检查文件是否还在、是否有权读取，然后重新选择。`,
    fault: (name, message) => `读取 ${name} 时 Synfin 出错。这是 Synfin 的错，不是文件的错：“${message}”。`,
    memoryTitle: "这个捕获超出了可用的内存",
    memory: (name, message) =>
      `浏览器没有更多内存读取 ${name}（${message}）。请关闭其他标签页后重试，或用“editcap -c 1000000”等把它切成几份。`,
    stoppedTitle: "读取中断",
    stopped: (name, message) =>
      `Synfin 中负责 ${name} 的部分已停止（${message}）。文件完好无损：请重新打开。`,
    drawingFault: (message) => `绘制这个捕获时 Synfin 出错。这是 Synfin 的错，不是文件的错：“${message}”。`,
    startOver: "重新开始",
    back: (name) => `回到 ${name}`,
    analysisFault: (message) => `分析这个连接时 Synfin 出错。这是 Synfin 的错：“${message}”。`,
  },
  captures: { label: "捕获", refused: "无法读取" },
  views: {
    label: "视图",
    connections: "连接",
    diagram: "时序图",
    diagramTab: "图",
    graph: "状态图",
    graphTab: "状态",
    segment: "报文段",
    playback: "播放",
  },
  connections: {
    count: connections,
    shownOf: (shown, all) => `${connections(all)}中的 ${formatCount(shown)} 个`,
    outcome: wordOutcome,
    filterLabel: "过滤连接",
    filterPlaceholder: "过滤：port:443 outcome:refused …",
    filterSyntax:
      "词与词之间是“且”；逗号表示“或”，前面的减号表示“非”。键：outcome、start、state、note、port、host、opening、closing、time（time:2.5-4，从捕获开始算起的秒数）。",
    filterHint: (words) => `只显示：${words}`,
    all: "显示全部",
    columns: {
      start: "顺序",
      client: "客户端",
      server: "→ 服务器",
      outcome: "结果",
      segments: "报文段",
      payload: "数据",
      duration: "时长",
      handshake: "RTT",
    },
    columnHints: {
      start: "第一个报文段在捕获中的顺序",
      client: "客户端的地址和端口",
      server: "服务器的地址和端口",
      outcome: "连接如何结束",
      segments: "两端的 TCP 报文段",
      payload: "两端的数据字节；重传不重复计算",
      duration: "从第一个到最后一个报文段",
      handshake: "握手往返时间：从 SYN 到完成握手的 ACK",
    },
    guessedRoles: "谁是客户端只是猜测：捕获中没有 SYN",
    noFigure: "–",
    fingerprint: (ticks) => `${segments(ticks)}的交换`,
  },
  report: {
    records: (records, found) => `${formatCount(records)} 个记录，${formatCount(found)} 个 TCP 报文段`,
    lines: (lines, found) => `${formatCount(lines)} 个分组行，${formatCount(found)} 个 TCP 报文段`,
    skipped: (parts) => `略过：${parts.join("、")}`,
    warnings: (count) => `${formatCount(count)} 个警告`,
    byte: (at) => `字节 ${formatCount(at)}`,
    line: (at) => `第 ${formatCount(at)} 行`,
    more: (count) => `另有 ${formatCount(count)} 个`,
  },
  diagram,
  graph,
  playback: {
    first: "最前：连接之前",
    back: "后退一个报文段",
    play: "播放",
    paceLabel: "播放方式",
    paces: { steps: "每秒一步", real: "真实时间", shortened: "缩短静默" },
    paceHints: {
      steps: "每秒一个报文段",
      real: "与捕获一样快",
      shortened: "与捕获一样快，但等待不超过两秒",
    },
    speedLabel: "播放速度",
    speed: (times) => `${times}×`,
    loop: "结束后从头开始",
    pause: "暂停",
    forward: "前进一个报文段",
    last: "最后一个报文段",
    scrubber: "位置",
    position: (position, last) => `${formatCount(position)} / ${formatCount(last)}`,
    before: (last) => `在 ${segments(last)}的第一个之前`,
    announce: (position, last, what, client, server) =>
      `报文段 ${position}，共 ${last} 个：${what}。客户端 ${client}，服务器 ${server}。`,
    announceStart: (client, server) => `在第一个报文段之前。客户端 ${client}，服务器 ${server}。`,
  },
  ends: { client: "客户端", server: "服务器" },
  unknownState: "未知",
  segment: {
    tabs: { why: "原因", header: "首部", options: "选项", sockets: "套接字", bytes: "字节" },
    tabsLabel: "关于这个报文段",
    title: (position, last) => `报文段 ${formatCount(position)}，共 ${formatCount(last)} 个`,
    none: "还没有报文段",
    sends: (sender, flags) => `${sender}发送 ${flags}`,
    noFlags: "无标志",
    withData: (octets) => `${formatCount(octets)} 字节数据`,
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
  header,
  options,
  sockets,
  bytes,
  help: {
    open: "按键与帮助",
    title: "按键",
    close: "关闭",
    keys: [
      { keys: ["→", "PgDn"], does: "下一个报文段；翻页笔也可以" },
      { keys: ["←", "PgUp"], does: "上一个报文段；翻页笔也可以" },
      { keys: ["Home"], does: "第一个报文段之前" },
      { keys: ["End"], does: "最后一个报文段" },
      { keys: ["Space", "."], does: "播放或暂停" },
      { keys: ["l"], does: "播放结束后从头开始，或停在那里" },
      { keys: ["↑", "↓"], does: "列表中上一个或下一个连接" },
      { keys: ["/"], does: "过滤连接" },
      { keys: ["p"], does: "演示：只显示图和状态，大到全教室都看得清；Esc 离开" },
      { keys: ["q"], does: "预测：隐藏接下来的内容并猜测，或停止猜测" },
      { keys: ["g"], does: "开始示例的导览" },
      { keys: ["v"], does: "RFC 覆盖：捕获走过了图 5 的哪些箭头" },
      { keys: ["c"], does: "比较：标记这个连接，再在另一个连接上按一次" },
      { keys: ["s"], does: "分享：制作带着此连接的链接" },
      { keys: ["n", "N"], does: "下一个或上一个有注释的报文段" },
      { keys: ["t"], does: "图的下一种时间轴" },
      { keys: ["r"], does: "相对或实际序号" },
      { keys: ["?"], does: "本页" },
      { keys: ["Esc"], does: "关闭本页，或离开演示" },
    ],
    licences: "Synfin 及其所含部分的许可证",
    mouse: "点击图中的箭头可转到它的报文段。随时可以拖入或粘贴另一个捕获。",
  },
};
