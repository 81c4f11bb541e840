import type { Side } from "../../tcp/state.ts";
import { formatCount } from "../figures.ts";
import { words } from "../words.ts";

const END = {
  en: { client: "the client", server: "the server" },
  ko: { client: "클라이언트", server: "서버" },
  zh: { client: "客户端", server: "服务器" },
} as const;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Questions, their answers, and why the other options are wrong. */
export const predictWords = words({
  label: {
    en: "Question",
    ko: "문제",
    zh: "问题",
  },
  close: {
    en: "Stop predicting",
    ko: "예측 끝내기",
    zh: "停止预测",
  },
  closeHint: {
    en: "Show everything again (q)",
    ko: "모두 다시 보기 (q)",
    zh: "重新显示全部 (q)",
  },
  nextSegment: {
    en: "Which segment comes next?",
    ko: "다음에 올 세그먼트는 무엇입니까?",
    zh: "接下来是哪个报文段？",
  },
  sends: {
    en: (sender: Side, flags: string, hasData: boolean) =>
      `${capital(END.en[sender])} sends ${flags}${hasData ? " with data" : ""}`,
    ko: (sender, flags, hasData) => `${END.ko[sender]}가 ${flags}${hasData ? "와 데이터를" : "를"} 보냅니다`,
    zh: (sender, flags, hasData) => `${END.zh[sender]}发送 ${flags}${hasData ? "，带数据" : ""}`,
  },
  state: {
    en: (side: Side, segment: string) => `${segment}. In which state is ${END.en[side]} after it?`,
    ko: (side, segment) => `${segment}. 그 뒤 ${END.ko[side]}의 상태는 무엇입니까?`,
    zh: (side, segment) => `${segment}。此后${END.zh[side]}处于什么状态？`,
  },
  /** Where the graph is in sight. */
  inGraph: {
    en: "Choose here or in the state graph.",
    ko: "여기나 상태 그래프에서 고르십시오.",
    zh: "在此处或状态图中选择。",
  },
  acknowledgment: {
    en: (segment: string) => `${segment}. What is its acknowledgment number?`,
    ko: (segment) => `${segment}. 이때 확인 응답 번호는 무엇입니까?`,
    zh: (segment) => `${segment}。它的确认号是多少？`,
  },
  sequence: {
    en: (segment: string) => `${segment}. What is its sequence number?`,
    ko: (segment) => `${segment}. 이때 순서 번호는 무엇입니까?`,
    zh: (segment) => `${segment}。它的序号是多少？`,
  },
  cannot: {
    en: (side: Side, state: string) =>
      `${capital(END.en[side])} is in ${state}. Which of these can it not send next?`,
    ko: (side, state) =>
      `${END.ko[side]}는 ${state} 상태입니다. 다음 중 이어서 보낼 수 없는 것은 무엇입니까?`,
    zh: (side, state) => `${END.zh[side]}处于 ${state}。接下来它不能发送哪一个？`,
  },
  may: {
    en: (side: Side, state: string) => `${capital(END.en[side])} is in ${state}. May it still send new data?`,
    ko: (side, state) => `${END.ko[side]}는 ${state} 상태입니다. 새 데이터를 더 보낼 수 있습니까?`,
    zh: (side, state) => `${END.zh[side]}处于 ${state}。它还能发送新数据吗？`,
  },
  yes: {
    en: "Yes",
    ko: "예",
    zh: "能",
  },
  no: {
    en: "No",
    ko: "아니요",
    zh: "不能",
  },
  sendables: {
    en: {
      syn: "SYN",
      ack: "ACK without data",
      data: "new data",
      fin: "FIN,ACK",
      "fin-again": "the same FIN again",
      rst: "RST",
    },
    ko: {
      syn: "SYN",
      ack: "데이터 없는 ACK",
      data: "새 데이터",
      fin: "FIN,ACK",
      "fin-again": "같은 FIN 다시",
      rst: "RST",
    },
    zh: {
      syn: "SYN",
      ack: "不带数据的 ACK",
      data: "新数据",
      fin: "FIN,ACK",
      "fin-again": "重传同一个 FIN",
      rst: "RST",
    },
  },
  /** Why an end cannot send it. */
  cannotSend: {
    en: {
      syn: "its SYN is acknowledged, and is never sent again",
      data: "in this state no new data goes out",
      fin: "without a connection there is nothing to close: CLOSE sends no FIN",
      "fin-again": "its FIN is acknowledged, and is never sent again",
    },
    ko: {
      syn: "SYN이 이미 확인 응답되어 다시 보내지 않습니다",
      data: "이 상태에서는 새 데이터가 나가지 않습니다",
      fin: "아직 연결이 없어 닫을 것이 없습니다. CLOSE는 FIN을 보내지 않습니다",
      "fin-again": "FIN이 이미 확인 응답되어 다시 보내지 않습니다",
    },
    zh: {
      syn: "它的 SYN 已被确认，不会再发送",
      data: "在此状态下不再发出新数据",
      fin: "尚无连接可关闭：CLOSE 不发送 FIN",
      "fin-again": "它的 FIN 已被确认，不会再发送",
    },
  },
  /** Why an end may send it. */
  maySend: {
    en: {
      syn: "it may: the SYN is sent again until it is answered",
      ack: "it may: whatever arrives is answered",
      data: "it may: it has sent no FIN yet",
      fin: "it may: the application may close at any time",
      "fin-again": "it may: the FIN is sent again until it is acknowledged",
      rst: "it may: by an abort, or in answer to a segment that fits no connection",
    },
    ko: {
      syn: "가능합니다. 응답이 올 때까지 SYN을 다시 보냅니다",
      ack: "가능합니다. 도착한 것에는 응답합니다",
      data: "가능합니다. 아직 FIN을 보내지 않았습니다",
      fin: "가능합니다. 애플리케이션은 언제든 닫을 수 있습니다",
      "fin-again": "가능합니다. 확인 응답될 때까지 FIN을 다시 보냅니다",
      rst: "가능합니다. 강제 종료하거나, 연결에 맞지 않는 세그먼트에 응답할 때입니다",
    },
    zh: {
      syn: "可以：收到应答之前会重传 SYN",
      ack: "可以：收到的报文段都会得到应答",
      data: "可以：它还没有发送 FIN",
      fin: "可以：应用程序随时可以关闭",
      "fin-again": "可以：FIN 被确认之前会重传",
      rst: "可以：异常中止，或应答不属于该连接的报文段",
    },
  },
  /** What a FIN has said, or not yet: the answer to "may it still send?" */
  maySendWhy: {
    en: {
      yes: "Only the other end has closed. This one has sent no FIN, so it may send (RFC 9293 §3.10.2).",
      no: "Its FIN has said that no more data comes (RFC 9293 §3.10.2).",
    },
    ko: {
      yes: "상대만 닫았습니다. 이쪽은 FIN을 보내지 않았으므로 보낼 수 있습니다 (RFC 9293 §3.10.2).",
      no: "FIN이 더 보낼 데이터가 없다고 알렸습니다 (RFC 9293 §3.10.2).",
    },
    zh: {
      yes: "只有对方关闭了。这一端还没有发送 FIN，所以可以发送 (RFC 9293 §3.10.2)。",
      no: "它的 FIN 已表明不再发送数据 (RFC 9293 §3.10.2)。",
    },
  },
  mistakes: {
    en: {
      repeats: "the last segment begins there: nothing of it would be counted",
      beyond: "more than was sent",
      short: "one octet of what was sent is missing",
      "without-control": "SYN and FIN take a number each, too",
      initial: "the initial sequence number: nothing would be counted",
    },
    ko: {
      repeats: "마지막 세그먼트가 시작하는 번호로, 그 세그먼트를 세지 않은 것입니다",
      beyond: "보낸 것보다 많습니다",
      short: "보낸 것에서 1바이트가 모자랍니다",
      "without-control": "SYN과 FIN도 번호를 하나씩 차지합니다",
      initial: "초기 순서 번호로, 아무것도 세지 않은 것입니다",
    },
    zh: {
      repeats: "那是上一个报文段的起始序号：没有把它计算在内",
      beyond: "超出了已发送的内容",
      short: "比已发送的少一个字节",
      "without-control": "SYN 和 FIN 也各占一个序号",
      initial: "那是初始序号：什么都没有计算在内",
    },
  },
  whyState: {
    en: {
      stays: (from: string) => `the segment takes it out of ${from}`,
      none: (from: string) => `no arrow of the state graph leads there from ${from}`,
      needs: (from: string, arrow: string) => `from ${from} only “${arrow}” leads there`,
      taken: (arrow: string, clause: string | null) =>
        `it takes “${arrow}”${clause === null ? "" : ` (RFC 9293 §${clause})`}`,
    },
    ko: {
      stays: (from) => `이 세그먼트로 ${from}에서 벗어납니다`,
      none: (from) => `상태 그래프에서 ${from}에서 그리로 가는 화살표가 없습니다`,
      needs: (from, arrow) => `${from}에서는 “${arrow}”이어야 합니다`,
      taken: (arrow, clause) =>
        `“${arrow}” 화살표를 따라갑니다${clause === null ? "" : ` (RFC 9293 §${clause})`}`,
    },
    zh: {
      stays: (from) => `该报文段使它离开 ${from}`,
      none: (from) => `状态图中没有从 ${from} 到那里的箭头`,
      needs: (from, arrow) => `从 ${from} 出发需要“${arrow}”`,
      taken: (arrow, clause) => `它沿“${arrow}”迁移${clause === null ? "" : ` (RFC 9293 §${clause})`}`,
    },
  },
  because: {
    en: (letter: string, why: string) => `${letter}: ${why}.`,
    ko: (letter, why) => `${letter}: ${why}.`,
    zh: (letter, why) => `${letter}：${why}。`,
  },
  right: {
    en: "Right.",
    ko: "맞았습니다.",
    zh: "正确。",
  },
  wrong: {
    en: (answer: string) => `No: ${answer}.`,
    ko: (answer) => `아닙니다. 정답: ${answer}.`,
    zh: (answer) => `不对：${answer}。`,
  },
  told: {
    en: (answer: string) => `It is: ${answer}.`,
    ko: (answer) => `정답: ${answer}.`,
    zh: (answer) => `答案是：${answer}。`,
  },
  score: {
    en: (right: number, asked: number) => `${formatCount(right)} of ${formatCount(asked)} right`,
    ko: (right, asked) => `정답 ${formatCount(right)}/${formatCount(asked)}`,
    zh: (right, asked) => `${formatCount(asked)} 题答对 ${formatCount(right)} 题`,
  },
  reveal: {
    en: "Show the answer",
    ko: "정답 보기",
    zh: "显示答案",
  },
  next: {
    en: "Next question",
    ko: "다음 문제",
    zh: "下一题",
  },
  again: {
    en: "Ask again from the start",
    ko: "처음부터 다시 풀기",
    zh: "从头再问",
  },
  over: {
    en: "That was the last segment.",
    ko: "마지막 세그먼트였습니다.",
    zh: "那是最后一个报文段。",
  },
});
