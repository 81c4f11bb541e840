import type { help as english } from "../../en/explorer/help.ts";

export const help: typeof english = {
  title: "按键",
  close: "关闭",
  keys: {
    next: "下一个报文段；也可用翻页器",
    before: "上一个报文段；也可用翻页器",
    startPage: "在开始页：下一个或上一个示例，以及打开它；用翻页器即可",
    answer: "回答当前的问题",
    vote: "为当前问题的一个选项加一票",
    blank: "没有问题时黑屏；按任意键恢复",
    first: "第一个报文段之前",
    last: "最后一个报文段",
    play: "播放或暂停",
    loop: "播放结束后从头开始，或停在那里",
    connection: "列表中上一个或下一个连接",
    filter: "过滤连接",
    note: "下一个或上一个带注释的报文段",
    marked: "下一个或上一个标记的报文段（点击状态图中的状态或箭头来标记）",
    timeScale: "时序图的下一种时间刻度",
    times: "时间的显示方式：自连接开始、自捕获开始、时刻、距上一报文段",
    zoom: "放大、缩小时序图，或适合全部；也可按住 Ctrl 并滚动滚轮",
    numbers: "相对序号、实际序号或十六进制的实际序号",
  },
  singleKeys: "启用单字符按键（关闭后只有方向键、空格、Esc 和翻页器的键起作用）",
  licences: "Synfin 及其所含内容的许可",
  mouse: "点击时序图中的箭头，即可停在其报文段。随时可以拖放或粘贴另一个捕获。",
};
