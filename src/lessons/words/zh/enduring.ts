import type { EnduringWords } from "../lesson-words.ts";

export const enduring: EnduringWords = {
  "zero-window": {
    notes: {
      small: "服务器的接收缓冲区很小：窗口是 {w} 字节。在途数据不能超过它。",
      full: "又发了 {n} 字节，窗口满了。客户端必须停下。",
      zero: "服务器确认 {a}，但程序什么也不读：窗口是 {w}。",
      probe:
        "客户端发送探测报文段：旧的序号 {seq}，比期待的 {next} 小一，不带数据。服务器必须应答这样的报文段。",
      still: "应答：窗口仍然是 {w}。",
      update: "现在程序读取了。服务器主动告知：确认号仍是 {a}，窗口变为 {w}。这就是窗口更新。",
      on: "客户端从 {seq} 继续。窗口关闭了 {shut}。",
    },
    questions: {
      probe: {
        ask: "窗口更新也可能丢失。客户端怎样避免永远等待？",
        options: { probe: "一再询问", wait: "一直等待", close: "关闭连接" },
      },
    },
  },
  "keep-alive": {
    notes: {
      idle: "请求和应答都完成了。双方都处于 {c}，谁也没有话要说。",
      probe: "静默 {pause}后客户端问：你还在吗？这个报文段带 {n} 字节数据，序号是旧的 {seq}。",
      answer: "这个序号服务器早已收到，于是说明自己期待的序号：ACK {a}。这就是存活的信号。",
      "nothing-moves": "一次又一次。状态不变：客户端 {c}，服务器 {s}。保活报文段不属于数据。",
      close: "关闭时用正确的序号 {seq} 继续：客户端处于 {c}。",
    },
    questions: {},
  },
  "reset-by-client": {
    notes: {
      open: "打开的连接：双方都处于 {c}。",
      rst: "客户端的程序把连接丢弃：用 RST 而不是 FIN。双方立即进入 {s}，在途的数据丢失。",
      number: "RST 的序号正是服务器所期待的 {seq}，服务器最后的确认号 {next} 说明了这一点。因此它可信。",
      "no-answer": "RST 不被确认，之后也没有谁等待。",
    },
    questions: {},
  },
  "reset-by-server": {
    notes: {
      request: "第二个请求，{n} 字节。服务器处于 {s}。",
      acknowledged: "服务器的 TCP 确认 {a}：数据在缓冲区里。这并不表示程序读过它。",
      rst: "程序不读就关闭了。TCP 不能假装一切顺利：RST。双方都处于 {s}。",
      why: "带着未读数据的关闭变成了重置，客户端由此得知请求没有被处理。",
    },
    questions: {
      rst: {
        ask: "服务器的程序没有读第二个请求就关闭了。它的 TCP 发送什么？",
        options: {
          fin: "和任何关闭一样，发送 FIN",
          rst: "有未读的数据，所以发送 RST",
          nothing: "客户端也关闭之前什么也不发",
        },
      },
    },
  },
  "blind-reset": {
    notes: {
      open: "打开的连接，在服务器上捕获：{s}。看不到它的攻击者开始猜测。",
      near: "伪造的 RST，序号 {seq}。它在窗口之内，但服务器期待的恰好是 {next}。服务器保持 {s}。",
      challenge: "服务器反而用 ACK {a} 反问：这是质询 ACK（RFC 5961）。真正重置了的对端会以准确的序号应答。",
      far: "下一个 RST 在窗口之外：被忽略，不作应答。{s}。",
      syn: "伪造的 SYN 也改变不了什么：{s}。",
      again: "它也得到质询 ACK {a}。只有序号准确的 RST 才能结束连接。",
      alive: "连接继续存活：客户端 {c}，服务器 {s}。",
    },
    questions: {
      again: {
        ask: "攻击者必须猜中什么？",
        options: { exact: "准确的下一个序号", any: "窗口内的任意序号", address: "只需地址" },
      },
    },
  },
  partial: {
    notes: {
      forged: "这次捕获开始得太晚，内容不多。其中第一个是序号相差很远的 RST：它是伪造的，被忽略。",
      middle: "有数据，说明连接早已打开。客户端处于 {c} 是由这个报文段推出的；怎样到达这一状态，捕获里没有。",
      alone: "第二个连接只捕获到客户端的报文段。它处于 {c}；对服务器还什么也不能断言。",
      must: "ACK {a}：一定有过 SYN-ACK，否则客户端不会知道这个序号。所以它处于 {c}。",
      other: "第三个连接只捕获到服务器的报文段。ACK {a} 证明有过 SYN；服务器处于 {s}。",
      data: "服务器确认了数据：确认号 {a} 超出了 SYN。只有客户端的 ACK 到达后它才接受数据，所以它处于 {s}。",
    },
    questions: {},
  },
};
