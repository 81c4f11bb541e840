import type { LosingWords } from "../lesson-words.ts";

export const losing: LosingWords = {
  "syn-lost": {
    notes: {
      lost: "SYN 离开处于 {c} 的客户端。录制时它在途中被丢弃；仅凭捕获只能说它丢失或迟到了。服务器仍处于 {s}：它什么也没收到。",
      again: "{pause}内没有应答，客户端以同样的序号 {seq} 重发同一个 SYN。这一次服务器进入 {s}。",
      answer: "SYN-ACK 到达，客户端进入 {c}。",
      open: "服务器也处于 {s}。整个握手用了 {all}，几乎全是在等计时器。",
    },
    questions: {},
  },
  "syn-never-answered": {
    notes: {
      syn: "SYN 发出后一片寂静。客户端处于 {c}；对另一端什么也不能断言。",
      first: "{pause}后，第 {n} 次重传。",
      second: "{pause}后，第 {n} 次重传：等待时间加倍了。",
      doubling: "{third}，然后 {fourth}。每次等待都是前一次的两倍：指数退避。不能让陷入困境的网络雪上加霜。",
      last: "第一个 SYN 之后 {all}的第 {n} 次重传是最后一次。客户端停留在 {c}，再等两倍的时间，然后 connect() 以“超时”失败。",
      mended: "网络修复了，下一次尝试立即成功：客户端 {c}，服务器 {s}。",
    },
    questions: {
      second: {
        ask: "下一次重传之前客户端要等多久？",
        options: { same: "和上次一样", double: "上次的两倍", more: "上次的十倍" },
      },
    },
  },
  "syn-ack-lost": {
    notes: {
      silence:
        "SYN 到了，但服务器的 SYN-ACK 在途中丢失，所以客户端上的这个捕获里没有它。对处于 {c} 的客户端来说，这与 SYN 丢失没有区别。",
      again: "{pause}后客户端重发 SYN。",
      answer: "一个 SYN-ACK 通过了，客户端进入 {c}。",
      second: "第二个 SYN-ACK：服务器的计时器和重发的 SYN 各引发了一个。客户端保持 {c}，用 ACK 应答。",
      repeat: "同样的 ACK {a} 再发一次。重复无害：TCP 应答它，然后继续。",
    },
    questions: {
      second: {
        ask: "已打开的连接再次收到 SYN-ACK 时怎么办？",
        options: { restart: "重新开始", ack: "发送 ACK", reset: "发送 RST" },
      },
    },
  },
  "syn-received-for-ever": {
    notes: {
      syn: "这个 SYN 的发送方再也不会出现。它是在实验中伪造的，但报文段看不出这一点：图中像对待任何客户端一样显示 {c}，服务器也这样看待它：{s}。",
      "no-ack": "服务器应答了，但 SYN-ACK 没有到达任何人。服务器停留在 {s}。",
      again: "{pause}后它重发 SYN-ACK。",
      "back-off": "第 {n} 次重传。每次等待都是前一次的两倍：{before}，然后 {pause}。",
      flood:
        "第 {n} 次重传，距第一个 SYN-ACK {all}。在此期间服务器一直要在 {s} 中记住这次尝试；再等一次之后 Linux 才忘掉它。成千上万个这样的 SYN 就是 SYN 洪泛攻击；对策是 SYN cookie。",
      real: "后来另一个客户端来了，应答了 SYN-ACK，连接成功：{s}。",
    },
    questions: {
      flood: {
        ask: "这样的 SYN 消耗服务器的什么？",
        options: { memory: "记住这次尝试的内存", bandwidth: "全部带宽", time: "什么也不消耗" },
      },
    },
  },
  "completed-by-data": {
    notes: {
      "syn-ack": "客户端收到了 SYN-ACK，处于 {c}。它的 ACK 丢失了，服务器在 {s} 中等待。",
      again: "{pause}后，仍处于 {s} 的服务器重发 SYN-ACK。客户端的应答又丢失了。",
      data: "客户端的请求到达。SYN 之后的每个报文段都带有确认，这里是 {a}：服务器进入 {s}。",
      both: "服务器也收下了数据：它确认 {a}。一个报文段既完成了握手，又带来了请求。",
    },
    questions: {},
  },
  "completed-by-fin": {
    notes: {
      "syn-ack": "客户端处于 {c}，服务器处于 {s}。客户端的 ACK 丢失了，而客户端没有话要说。",
      fin: "它关闭了。FIN 带有 ACK {a}，所以服务器凭一个报文段从 {before} 经过打开状态进入 {s}。",
      ack: "服务器确认 {a}：SYN 和 FIN 各占一个序号。客户端处于 {c}。",
      end: "有序地关闭：服务器 {s}，客户端 {c}。一个字节的数据也没有发送。",
    },
    questions: {},
  },
  "fin-lost": {
    notes: {
      fin: "客户端关闭：{c}。但 FIN 丢失了，服务器仍处于 {s}。",
      again: "没有 ACK：{pause}后重发 FIN，第 {n} 次重传。客户端仍处于 {c}。",
      "back-off": "第 {n} 次重传。等待时间像 SYN 那样增长：{before}，然后 {pause}。",
      "silent-end": "客户端已悄悄放弃，处于 {c}。服务器处于 {s}，对此一无所知，还在发送数据。",
      rst: "没有人再知道这个连接：RST。服务器这时才得知连接已结束：{s}。",
    },
    questions: {
      "silent-end": {
        ask: "关于客户端的关闭，服务器知道什么？",
        options: { knows: "全部都知道", not: "什么也不知道", half: "知道 FIN 丢失了" },
      },
    },
  },
  "loss-at-both-ends": {
    notes: {
      both: "同一个连接，在客户端和服务器上同时捕获。每个箭头从一个捕获中报文段离开之处开始，到另一个捕获中报文段到达之处结束；两端各有自己的时钟。客户端 {c}，服务器 {s}。",
      data: "{octets} 个字节离开客户端，却没有到达：服务器的捕获当时正在进行，其中没有这个报文段。只看服务器的捕获，这个报文段并不存在；只看客户端的捕获，无从分辨它是丢失了还是迟到了。",
      again: "没有 ACK：{pause} 后客户端重发同样的字节，这次到达了。",
      came: "接下来的 {octets} 个字节一次就到达。",
      answer: "服务器收到了，确认 {a}。但这个 ACK 丢失了：这次是客户端的捕获里没有这个报文段。",
      alike:
        "{pause} 后它又重发这些字节，与上次一模一样。只看客户端的捕获，两次丢失没有区别；只看服务器的捕获，什么也没丢，同样的字节来了两次。只有两个捕获合在一起才看得出：第一次丢的是数据，第二次丢的是 ACK。",
      told: "服务器什么也不缺，再次确认 {a}。追查丢失时，请找来另一端的捕获。",
    },
    questions: {
      alike: {
        ask: "客户端什么也没收到。它会怎么做？",
        options: { waits: "等待服务器", again: "把发过的再发一遍", reset: "发送 RST" },
      },
    },
  },
};
