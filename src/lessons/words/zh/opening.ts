import type { OpeningWords } from "../lesson-words.ts";

export const opening: OpeningWords = {
  "handshake-and-close": {
    notes: {
      syn: "客户端调用 connect()。SYN 告知对方它将从哪个序号开始为字节编号。客户端进入 {c}。",
      "syn-ack":
        "服务器发送自己的 SYN，同时确认客户端的 SYN：SYN 占用一个序号，所以确认号是 {a}。收到这个报文段后，客户端进入 {c}。",
      ack: "第三个报文段告诉服务器它的 SYN 已经到达。现在服务器也处于 {s}，双方都知道了对方的初始序号。三次握手完成。",
      data: "请求：{n} 字节，第一个字节的序号是 {first}。服务器用 {a} 确认，即它期待的下一个序号。",
      fin: "客户端没有数据要发了，于是关闭：FIN。客户端处于 {c}；服务器得知不会再有数据，处于 {s}。",
      "ack-of-fin":
        "FIN 的序号是 {fin}，和 SYN 一样占用一个序号，所以服务器确认 {a}。客户端处于 {c}：它这个方向已关闭，另一个方向仍然打开。",
      "other-fin": "{pause}之后服务器的程序也关闭了。服务器在 FIN 被确认之前处于 {s}，客户端进入 {c}。",
      last: "最后一个 ACK。服务器进入 {s}；客户端在 {c} 停留一段时间，以防这个 ACK 丢失。这就是四次挥手。",
    },
    questions: {},
  },
  refused: {
    notes: {
      syn: "客户端请求连接一个没有程序监听的端口。客户端处于 {c}；服务器没有对应的套接字：{s}。",
      rst: "对方主机用 RST 应答，客户端回到 {c}。connect() 失败：“连接被拒绝”。",
      number: "RST 带有确认号 {a}：SYN 的序号 {seq} 加一。因此客户端可以确定这是对自己的 SYN 的应答。",
      lesson:
        "应答在 {took}后就到了。拒绝来得很快，因为主机在，只是没有程序。如果完全没有应答，就要等上几分钟。",
    },
    questions: {
      rst: {
        ask: "客户端的程序怎样知道没有人在监听？",
        options: { fast: "对方主机马上告知", slow: "尝试很多次之后才知道", silent: "无法知道" },
      },
    },
  },
  "icmp-rejected": {
    notes: {
      icmp: "一个 SYN；客户端处于 {c}。应答不是 TCP 报文段，而是 ICMP“端口不可达”消息。它引用了 SYN 的首部，所以客户端知道指的是哪一次尝试。",
      compare:
        "拒绝连接的防火墙用 ICMP 或 RST 告知，丢弃报文的防火墙则一言不发。Linux 收到这个 ICMP 消息后以“连接被拒绝”结束 connect()。",
    },
    questions: {
      icmp: {
        ask: "客户端连接一个被防火墙封闭的端口，防火墙会回报错误。这样的防火墙能用什么应答 SYN？",
        options: {
          icmp: "另一种协议的错误消息",
          fin: "FIN",
          silent: "不能应答：只有服务器自己才能应答",
        },
      },
    },
  },
  "simultaneous-open": {
    notes: {
      syn: "两个程序同时互相调用 connect()。第一个 SYN 在路上，发送方处于 {c}。",
      crossing:
        "它到达之前，另一端也发出了 SYN。本来等的是 SYN-ACK，来的却是 SYN：双方都进入 {c}，而谁也没有监听过。",
      "syn-ack": "每一端都用 {a} 确认对方的 SYN，并以同样的序号 {seq} 重复自己的 SYN。",
      established: "SYN-ACK 也在途中交错，双方都进入 {c}。两端都不是服务器。",
      one: "两个 SYN，却只有一个连接：双方使用的是同一对地址和端口。",
    },
    questions: {
      one: {
        ask: "现在打开了几个连接？",
        options: { one: "一个", two: "两个", none: "没有" },
      },
    },
  },
  "fast-open": {
    notes: {
      request: "第一个连接：SYN 带有空的 Fast Open 选项，客户端请求一个 cookie。",
      cookie: "SYN-ACK 带来了 cookie。客户端把它留到下次使用。",
      data: "下一个连接：SYN 带着 cookie，并立即携带 {n} 字节数据。握手不再花费一个往返时间。",
      accepted: "SYN-ACK 确认 {a}：SYN 占一个，再加上全部数据。服务器接受了请求。",
      answer: "服务器的程序已经用 {n} 字节应答了，虽然服务器还处于 {s}：客户端的 ACK 尚未到达。",
      fin: "而且它马上关闭：服务器从 {before} 直接进入 {s}。",
    },
    questions: {},
  },
  "given-up": {
    notes: {
      syn: "客户端调用 connect()，处于 {c}。程序不愿等待，很快关闭了套接字，但没有报文段说明这一点。",
      late: "SYN-ACK 在 SYN 之后 {late} 才到。服务器处于 {s}，以为有人要通信。",
      rst: "客户端主机上已没有这个套接字，于是用 RST 应答。由此才看出客户端处于 {c}；服务器回到 {s}，好像什么也没发生过。",
    },
    questions: {},
  },
  "refused-at-last": {
    notes: {
      "syn-ack": "SYN-ACK 到了：客户端处于 {c}，服务器处于 {s}。",
      ack: "客户端的 ACK 还在路上，服务器的程序却关闭了监听套接字，ACK 找不到接收者：服务器没能从 {s} 继续前进。",
      lesson:
        "RST 来了，客户端从已打开的连接落到 {c}。但 connect() 早已成功：程序要到读或写时才知道，“连接被对方重置”。",
      rst: "RST 的序号 {seq} 等于客户端 ACK 的确认号 {a}，因此有效。就报文段所见，服务器回到 {s}；监听套接字已不存在，报文段并不说明。",
    },
    questions: {
      lesson: {
        ask: "服务器的应答将结束连接。客户端的程序什么时候发现？",
        options: { first: "connect() 失败时", later: "下一次读或写时", never: "永远不会" },
      },
    },
  },
  "new-syn": {
    notes: {
      waiting:
        "SYN-ACK 发出了，却没有 ACK 回来：它是否丢失，在服务器上的这个捕获里看不出来。客户端仍处于 {c}；从外面看，服务器处于 {s}。随后客户端放弃了。",
      again: "它从同一端口用另一个初始序号再试一次，又处于 {c}。新的 SYN 结束了旧的尝试。",
      answered:
        "服务器立即应答新的 SYN。这台服务器使用 SYN cookie：它不为任何尝试保留状态，需要的一切都在 SYN-ACK 的序号里。",
      cookie: "只有把 cookie 带回来的 ACK 才会建立连接：{s}。",
    },
    questions: {},
  },
  "old-duplicate-syn": {
    notes: {
      old: "一个早先尝试的 SYN 在网络里徘徊，现在才到。服务器无从知晓：{s}。",
      answer: "服务器用 ACK {a} 应答。但客户端发出的是另一个序号的 SYN，这个应答对不上。",
      rst: "于是客户端以被确认的序号 {seq} 发送 RST，并停留在 {c}，继续等待对自己那个 SYN 的应答。服务器相信它，回到 {s}。",
      new: "现在真正的 SYN 到了，服务器再次处于 {s}。",
      "why-three":
        "这一次序号对得上：客户端处于 {c}，服务器处于 {s}。这就是需要第三次握手的原因：若只有两次，服务器也会为那个旧的 SYN 打开连接。",
    },
    questions: {
      "why-three": {
        ask: "为什么是三次握手？",
        options: { old: "使旧的 SYN 不能打开连接", speed: "为了测量往返时间", port: "为了选择端口" },
      },
    },
  },
  "half-open": {
    notes: {
      open: "连接正常，双方都处于 {c}。这时客户端崩溃，丢失全部状态，没有发出任何报文段。",
      "new-syn":
        "客户端恢复后从同一端口连接：{c}。服务器还保留着旧连接，这个 SYN 无法建立新连接：它到达了，但被旧连接忽略。",
      challenge: "服务器保持 {s}，并说明自己的位置：ACK {a}。这是质询 ACK，与客户端刚刚发送的内容对不上。",
      rst: "客户端用 RST 应答，序号取服务器所期待的 {seq}。旧连接结束：{s}。",
      again: "客户端重发 SYN，服务器上的旧连接已清除，于是进入 {s}。",
      done: "双方都处于 {c}。半打开的连接被发现并清除了。",
    },
    questions: {},
  },
};
