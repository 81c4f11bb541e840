import type { ClosingWords } from "../lesson-words.ts";

export const closing: ClosingWords = {
  "three-segment-close": {
    notes: {
      fin: "客户端关闭：{c}。服务器收到 FIN：{s}。",
      both: "服务器的程序立即关闭，所以 ACK 和 FIN 在同一个报文段里：它确认 {a}，比 FIN 的序号 {fin} 大一。服务器处于 {s}。",
      client: "对客户端来说两件事同时发生：从 {before} 经过第二个等待状态进入 {c}。",
      last: "客户端确认 {a}，服务器进入 {s}。四次挥手变成了三个报文段。",
      when: "如果服务器还有数据要发，它的 FIN 就得等待，那样就是四个报文段。",
    },
    questions: {
      both: {
        ask: "服务器必须确认 FIN，迟早还要发送自己的 FIN。什么时候一个报文段就能完成两件事？",
        options: {
          "at-once": "它的程序立即关闭时",
          lost: "有报文段丢失时",
          data: "还有很多数据要发送时",
        },
      },
    },
  },
  "server-closes-first": {
    notes: {
      fin: "这里服务器先关闭，就像 HTTP/1.0 应答之后那样。于是服务器处于 {s}，客户端处于 {c}。",
      ack: "客户端确认 {a}，服务器进入 {s}。",
      "other-fin": "{pause}之后客户端的程序也关闭。客户端处于 {c}，服务器处于 {s}。",
      who: "客户端处于 {c}；服务器必须在 {s} 中等待。谁先关闭谁等待，不论是客户端还是服务器。",
    },
    questions: {},
  },
  "half-close": {
    notes: {
      shutdown:
        "请求之后紧接着 FIN：客户端调用了 shutdown(SHUT_WR)，它随后继续接收就说明了这一点。它处于 {c}：不再发送，但仍要接收大量数据。",
      half: "有了 {a} 的确认，客户端处于 {c}，服务器处于 {s}。一个方向关闭，另一个方向打开：半关闭。",
      data: "服务器在 {s} 中发送 {n} 字节，客户端在 {c} 中接收。",
      ack: "客户端确认 {a}。它仍可以确认，只是不能再发送数据。它自己的序号停在 {seq}。",
      fin: "{waited}之后服务器也完成了：{s}。客户端进入 {c}。",
    },
    questions: {},
  },
  "simultaneous-close": {
    notes: {
      fin: "客户端关闭：{c}。服务器处于 {s}，但它的程序也正要关闭。",
      crossing: "两个 FIN 在途中交错。客户端在 {before} 中等的是 ACK，来的却是 FIN：{c}。服务器也一样：{s}。",
      ack: "每一端都确认对方的 FIN，这里是 {a}。客户端还在 {c} 中等自己的 ACK；服务器已经等到：{s}。",
      end: "现在客户端也等到了。双方都处于 {c}：两边都是先关闭的一方，所以都要等待。",
    },
    questions: {},
  },
  "close-wait-stays": {
    notes: {
      fin: "客户端关闭，服务器处于 {s}：它的程序得知不会再有数据。",
      wait: "服务器确认了，但程序没有关闭。客户端在 {c} 中等待，服务器在 {s} 中等待。TCP 对此无能为力。",
      late: "停留在 {before} 的套接字是程序的错：它忘了调用 close()，没有计时器会清理它。这里程序在 {pause}之后终于关闭，服务器从 {before} 进入 {s}。",
      rst: "但客户端的 {was} 早已超时。没有人再知道这个连接：RST，可见客户端处于 {c}。",
    },
    questions: {
      late: {
        ask: "这台服务器上处于 {before} 的套接字越积越多。是谁的错？",
        options: { program: "本端的程序", kernel: "操作系统", peer: "对端" },
      },
    },
  },
  "time-wait": {
    notes: {
      fin: "服务器的 FIN 到了：客户端处于 {c}。服务器在 {s} 中等最后一个 ACK。",
      lost: "但这个 ACK 丢失了。服务器停留在 {s}。",
      again: "{pause}后服务器重发 FIN。这正是客户端还停在 {c} 的原因：它能够再确认一次。",
      done: "同样的 ACK {a} 再发一次。这回到了，服务器进入 {s}。",
      timer: "收到重传的 FIN 后，{c} 计时器重新启动；在 Linux 上是一分钟。没有报文段标志它的结束。",
      reuse: "计时结束后，同一端口以新的初始序号再次使用：{c}。",
    },
    questions: {
      again: {
        ask: "如果 FIN 再来一次，客户端怎样应答？",
        options: { ack: "再发一次同样的 ACK", reset: "发送 RST", nothing: "不应答" },
      },
    },
  },
  "time-wait-assassination": {
    notes: {
      closed: "有序的关闭。客户端在 {c} 中等待，服务器处于 {s}。",
      old: "{pause}后出现一个旧报文段，是序号为 {seq} 的应答的副本。",
      ack: "处于 {c} 的客户端按 RFC 行事，说明自己期待的序号：ACK {a}。",
      rst: "服务器早已忘记这个连接，用 RST 应答这个 ACK。客户端相信了它：{c}。",
      danger:
        "就这样，一个旧副本提前结束了 {tw}，旧连接残留的报文段便可能干扰新连接。RFC 1337 称之为“暗杀”，并建议在这个状态下忽略 RST。",
    },
    questions: {},
  },
  "port-reuse": {
    notes: {
      closed: "服务器先关闭，必须在 {s} 中等待。",
      syn: "客户端再次使用同一端口。它的 SYN 的序号和时间戳都比以前的更新，所以服务器可以结束等待，进入 {s}。",
      new: "SYN-ACK 也有新的初始序号。它的确认号是 {a}，从新的 SYN 算起；客户端处于 {c}。",
      pair: "同一对地址和端口上的新连接：{s}。只有序号和时间戳能把它的报文段与旧的区分开。",
    },
    questions: {
      syn: {
        ask: "服务器的等待还没有结束，客户端从同一端口发来新的 SYN。服务器怎么办？",
        options: { accept: "序号足够新就接受", refuse: "一律拒绝", wait: "先等计时器" },
      },
    },
  },
};
