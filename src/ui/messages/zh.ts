import { formatCount } from "../figures.ts";
import type { Messages } from "./en.ts";
import { compare } from "./zh/compare.ts";
import { copying } from "./zh/copying.ts";
import { coverage } from "./zh/coverage.ts";
import { diagram } from "./zh/diagram.ts";
import { chapters, examples } from "./zh/examples.ts";
import { exports } from "./zh/export.ts";
import { graph } from "./zh/graph.ts";
import { header } from "./zh/header.ts";
import { lecture } from "./zh/lecture.ts";
import { link, wordLinkRefusal } from "./zh/link.ts";
import { offline } from "./zh/offline.ts";
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

const segmentCount = (count: number): string => `${formatCount(count)} 个报文段`;
const connectionCount = (count: number): string => `${formatCount(count)} 个连接`;

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
    dropHere: "放下捕获即可打开",
  },
  numbers: {
    label: "序号",
    relative: "相对",
    wire: "实际",
    relativeHint: "从连接开始计数：SYN 为 0",
    wireHint: "如报文段中所写",
    hexadecimal: "十六进制",
    hexadecimalHint: "如报文段中所写，以十六进制表示；长度和窗口仍为十进制",
    wireNotTold: "此捕获只给出相对序号",
  },
  hosts: {
    label: "主机名称",
    names: { addresses: "地址", names: "名称" },
    hints: { addresses: "报文段中的地址", names: "捕获为地址给出的名称" },
  },
  theme: {
    label: "主题",
    system: "系统主题",
    light: "浅色主题",
    dark: "深色主题",
    projector: "投影主题",
  },
  empty: {
    title: "从 SYN 到 FIN，看清捕获中的每个 TCP 连接",
    sentence:
      "给 Synfin 一个 pcap 或 pcapng 文件，或 tcpdump 输出的文本，逐步查看每个连接：谁发送了什么，两端各处于什么状态，以及为什么。",
    privacy: "捕获留在此浏览器中，不会发送到任何地方。",
    drop: "把捕获文件拖放到任意位置",
    or: "或",
    choose: "选择文件…",
    pasteLabel: "粘贴 tcpdump 文本",
    pastePlaceholder:
      "12:49:33.192719 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [S], seq 284972257, win 64240, length 0\n…",
    pasteButton: "打开文本",
    pasteHint: "在此页的任何地方都可以粘贴。",
    examples: "或从示例开始",
    segments: segmentCount,
  },
  chapters,
  examples,
  loading: {
    title: (name) => `正在读取 ${name}`,
    bytes: (read, total) => `${read}，共 ${total}`,
    found: (segments, connections) => `目前 ${segmentCount(segments)}，${connectionCount(connections)}`,
    cancel: "取消",
    outcome: "读取中…",
    firstLines: (shown) => `前 ${connectionCount(shown)}；读完文件后显示全部`,
    later: "全部读取之后显示时序图。",
  },
  failed: {
    refusedTitle: "Synfin 无法读取",
    linkTitle: "无法打开此链接",
    unreadableTitle: "无法读取文件",
    faultTitle: "Synfin 出错了",
    unreadable: (name, message) =>
      `浏览器无法读取 ${name}（${message}）。请检查文件是否还在、您是否有权读取，然后重新选择。`,
    fault: (name, message) => `Synfin 在读取 ${name} 时出错。错在 Synfin，不在文件：“${message}”。`,
    memoryTitle: "内存不足以容纳此捕获",
    memory: (name, message) =>
      `浏览器没有更多内存读取 ${name}（${message}）。请关闭其他标签页再打开，或把它切分，例如用“editcap -c 1000000”。`,
    unstartedTitle: "Synfin 缺少一部分",
    unstarted: (name, message) =>
      `读取捕获的部分无法加载或启动，因此没有打开 ${name}（${message}）。请重新加载页面；如果仍不行，可能是没有网络，或浏览器过旧。`,
    stoppedTitle: "读取已停止",
    stopped: (name, message) =>
      `Synfin 中保存 ${name} 的部分已停止（${message}）。文件未受影响：请重新打开。`,
    drawingFault: (message) => `Synfin 在绘制此捕获时出错。错在 Synfin，不在文件：“${message}”。`,
    startOver: "重新开始",
    back: (name) => `返回 ${name}`,
    analysisFault: (message) => `Synfin 在分析此连接时出错。错在 Synfin：“${message}”。`,
  },
  captures: {
    label: "捕获",
    sum: (files, refused) => `${files} 个文件${refused === 0 ? "" : `，${formatCount(refused)} 个无法读取`}`,
    notYet: "尚未读取",
    left: "过大，未预先查看；请打开",
  },
  views: {
    label: "视图",
    connections: "连接",
    diagram: "时序图",
    diagramTab: "时序图",
    graph: "状态图",
    graphTab: "状态",
    segment: "报文段",
    playback: "播放",
  },
  connections: {
    judged: (judged, all) => `目前已判断 ${formatCount(all)} 个中的 ${formatCount(judged)} 个`,
    unjudged: "…",
    count: connectionCount,
    shownOf: (shown, all) => `${connectionCount(all)}中的 ${formatCount(shown)} 个`,
    outcome: wordOutcome,
    filterLabel: "过滤连接",
    filterPlaceholder: "过滤：port:443 outcome:refused …",
    filterSyntax:
      "并列表示“且”，逗号表示“或”，前面的减号表示“非”，引号把词连在一起。按 ↓ 查看可用的键。time: 以秒计，从捕获开始算起。",
    filterKeys: {
      outcome: "结果",
      start: "开头",
      state: "状态",
      note: "注释",
      port: "端口",
      host: "主机",
      opening: "打开",
      closing: "关闭",
      time: "时间",
    },
    noKey: (typed) => `过滤没有“${typed}:”这个键。`,
    noValue: (key, typed) => `${key}没有“${typed}”这个值。`,
    noTime: (typed) => `“${typed}”不是时间：应为 2.5-4、2.5- 或 -4，以秒计。`,
    meant: "您是否要找",
    known: "所有可用的值",
    offers: "自动补全",
    notListed: "屏幕上的连接不在此列表中。",
    openFirst: "打开第一个",
    starts: { captured: "已捕获", "not-captured": "未捕获" },
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
      payload: "两端数据的字节数；重传不重复计算",
      duration: "从第一个报文段到最后一个",
      handshake: "握手往返时间：从 SYN 到完成握手的 ACK",
    },
    guessedRoles: "谁是客户端是推测的：捕获中没有 SYN",
    noFigure: "–",
    fingerprint: (segments) => `${segmentCount(segments)}的交换`,
  },
  report: {
    records: (records, segments) => `${formatCount(records)} 条记录，${formatCount(segments)} 个 TCP 报文段`,
    lines: (lines, segments) => `${formatCount(lines)} 个分组行，${formatCount(segments)} 个 TCP 报文段`,
    skipped: (parts) => `跳过：${parts.join("，")}`,
    warnings: (count) => `${formatCount(count)} 个警告`,
    byte: (at) => `第 ${formatCount(at)} 字节`,
    line: (at) => `第 ${formatCount(at)} 行`,
    more: (count) => `还有 ${formatCount(count)} 个`,
  },
  diagram,
  graph,
  playback: {
    first: "开头：连接之前",
    back: "后退一个报文段",
    play: "播放",
    paceLabel: "播放方式",
    paces: { steps: "每步 1 秒", real: "真实时间", shortened: "缩短静默" },
    paceHints: {
      steps: "每秒一个报文段",
      real: "与捕获时一样快",
      shortened: "与捕获时一样快，但等待不超过两秒",
    },
    speedLabel: "播放速度",
    speed: (times) => `${times}×`,
    loop: "结束后从头开始",
    pause: "暂停",
    forward: "前进一个报文段",
    last: "最后一个报文段",
    scrubber: "位置",
    position: (position, last) => `第 ${formatCount(position)} 个，共 ${formatCount(last)} 个`,
    before: (last) => `在共 ${segmentCount(last)}的第一个之前`,
    announce: (position, last, what, client, server) =>
      `第 ${position} 个报文段，共 ${last} 个：${what}。客户端 ${client}，服务器 ${server}。`,
    announceStart: (client, server) => `在第一个报文段之前。客户端 ${client}，服务器 ${server}。`,
  },
  ends: { client: "客户端", server: "服务器" },
  unknownState: "未知",
  segment: {
    tabs: { why: "原因", header: "首部", options: "选项", sockets: "套接字", bytes: "字节" },
    tabsLabel: "关于此报文段",
    title: (position, last) => `报文段 ${formatCount(position)} / ${formatCount(last)}`,
    none: "尚无报文段",
    sends: (sender, flags) => `${sender}发送 ${flags}`,
    noFlags: "无标志",
    sendsData: (sends, octets) => `${sends}，${octets}`,
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
  share,
  splitters,
  predict,
  lecture,
  coverage,
  compare,
  tour,
  exports,
  offline,
  header,
  options,
  sockets,
  bytes,
  help: {
    open: "按键与帮助",
    title: "按键",
    close: "关闭",
    keys: {
      next: "下一个报文段；也可用翻页器",
      before: "上一个报文段；也可用翻页器",
      startPage: "在开始页：下一个或上一个示例，以及打开它；用翻页器即可",
      first: "第一个报文段之前",
      last: "最后一个报文段",
      play: "播放或暂停",
      loop: "播放结束后从头开始，或停在那里",
      connection: "列表中上一个或下一个连接",
      filter: "过滤连接",
      lecture: "演示：只显示时序图和状态，大到整个教室都能看清；按 Esc 退出",
      predict: "预测：隐藏接下来的内容并猜测，或停止猜测",
      tour: "开始示例的导览",
      coverage: "RFC 覆盖：捕获走过图 5 的哪些箭头",
      compare: "比较：标记此连接，再在另一个连接上按一次",
      share: "共享：制作携带此连接的链接",
      export: "导出：保存或复制此连接，供其他程序使用",
      note: "下一个或上一个带注释的报文段",
      marked: "下一个或上一个标记的报文段（点击状态图中的状态或箭头来标记）",
      timeScale: "时序图的下一种时间刻度",
      zoom: "放大、缩小时序图，或适合全部；也可按住 Ctrl 并滚动滚轮",
      numbers: "相对序号、实际序号或十六进制的实际序号",
      help: "本帮助",
      escape: "关闭本帮助、清除标记，或退出演示、预测、导览、比较",
    },
    licences: "Synfin 及其所含内容的许可",
    mouse: "点击时序图中的箭头，即可停在其报文段。随时可以拖放或粘贴另一个捕获。",
  },
};
