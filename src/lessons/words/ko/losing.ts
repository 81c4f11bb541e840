import type { LosingWords } from "../lesson-words.ts";

export const losing: LosingWords = {
  "syn-lost": {
    notes: {
      lost: "SYN이 클라이언트({c})를 떠납니다. 녹화할 때 도중에서 버려졌지만, 캡처만으로는 손실되었거나 늦었다는 것까지만 알 수 있습니다. 아무것도 받지 못한 서버는 여전히 {s} 상태입니다.",
      again:
        "{pause} 동안 응답이 없자 클라이언트는 같은 번호 {seq}의 SYN을 그대로 다시 보냅니다. 이번에는 서버가 {s} 상태가 됩니다.",
      answer: "SYN-ACK가 도착하고 클라이언트는 {c} 상태가 됩니다.",
      open: "서버도 {s} 상태입니다. 핸드셰이크에 {all}가 걸렸는데, 거의 모두 타이머를 기다린 시간입니다.",
    },
    questions: {},
  },
  "syn-never-answered": {
    notes: {
      syn: "SYN을 보냈지만 조용합니다. 클라이언트는 {c} 상태이고, 상대에 대해서는 아무것도 말할 수 없습니다.",
      first: "{pause} 뒤, 재전송 {n}회째입니다.",
      second: "{pause} 뒤, 재전송 {n}회째입니다. 기다리는 시간이 두 배가 되었습니다.",
      doubling:
        "{third}, 그다음은 {fourth}. 기다리는 시간은 매번 두 배입니다. 이것이 지수 백오프이며, 어려움에 빠진 네트워크에 부담을 더하지 않으려는 것입니다.",
      last: "첫 SYN으로부터 {all} 뒤의 재전송 {n}회째가 마지막입니다. 클라이언트는 {c} 상태로 다시 두 배를 기다린 뒤 connect()가 “시간 초과”로 실패합니다.",
      mended: "네트워크가 복구되자 다음 시도는 바로 성공합니다. 클라이언트 {c}, 서버 {s}.",
    },
    questions: {
      second: {
        ask: "다음 재전송까지 얼마나 기다립니까?",
        options: { same: "전과 같은 시간", double: "두 배의 시간", more: "열 배의 시간" },
      },
    },
  },
  "syn-ack-lost": {
    notes: {
      silence:
        "SYN은 도착했지만 서버의 SYN-ACK가 도중에 손실되어, 클라이언트에서 뜬 이 캡처에는 없습니다. {c} 상태의 클라이언트에게는 SYN이 손실된 것과 다르지 않습니다.",
      again: "{pause} 뒤 클라이언트가 SYN을 다시 보냅니다.",
      answer: "SYN-ACK가 도착하고 클라이언트는 {c} 상태가 됩니다.",
      second:
        "두 번째 SYN-ACK입니다. 서버의 타이머와 되풀이된 SYN이 저마다 SYN-ACK를 보내게 했습니다. 클라이언트는 {c} 상태를 지키며 ACK로 답합니다.",
      repeat: "같은 ACK {a}번을 한 번 더 보냅니다. 중복은 해롭지 않습니다. TCP는 답하고 계속합니다.",
    },
    questions: {
      second: {
        ask: "열린 연결에 SYN-ACK가 다시 오면 어떻게 합니까?",
        options: { restart: "처음부터 다시 시작한다", ack: "ACK를 보낸다", reset: "RST를 보낸다" },
      },
    },
  },
  "syn-received-for-ever": {
    notes: {
      syn: "보낸 이가 다시는 나타나지 않을 SYN입니다. 실습에서 위조한 것이지만 세그먼트로는 알 수 없습니다. 그림은 여느 클라이언트처럼 {c} 상태로 보여 주고, 서버도 그렇게 여깁니다: {s}.",
      "no-ack": "서버가 답하지만 SYN-ACK는 아무에게도 닿지 않습니다. 서버는 {s} 상태에 머뭅니다.",
      again: "{pause} 뒤 SYN-ACK를 되풀이합니다.",
      "back-off": "재전송 {n}회째입니다. 기다리는 시간은 매번 두 배입니다: {before}, 다음은 {pause}.",
      flood:
        "첫 SYN-ACK로부터 {all} 뒤, 재전송 {n}회째입니다. 그동안 서버는 {s} 상태로 이 시도를 기억해야 했고, 한 번 더 기다린 뒤 Linux는 잊습니다. 이런 SYN이 수천 개면 SYN 플러드이고, SYN 쿠키가 대책입니다.",
      real: "나중에 다른 클라이언트가 와서 SYN-ACK에 답하고 연결됩니다: {s}.",
    },
    questions: {
      flood: {
        ask: "이런 SYN은 서버의 무엇을 소모합니까?",
        options: {
          memory: "시도를 기억할 메모리",
          bandwidth: "대역폭 전부",
          time: "아무것도 소모하지 않는다",
        },
      },
    },
  },
  "completed-by-data": {
    notes: {
      "syn-ack":
        "클라이언트는 SYN-ACK를 받아 {c} 상태입니다. 그 ACK가 손실되어 서버는 {s} 상태로 기다립니다.",
      again: "{pause} 뒤, 아직 {s} 상태인 서버가 SYN-ACK를 되풀이합니다. 클라이언트의 응답도 손실됩니다.",
      data: "클라이언트의 요청이 도착합니다. SYN 이후의 세그먼트는 모두 ACK를 나르고, 여기서는 {a}입니다. 서버는 {s} 상태가 됩니다.",
      both: "서버는 데이터도 받아 {a}번으로 확인 응답합니다. 세그먼트 하나가 핸드셰이크를 마치고 요청도 전했습니다.",
    },
    questions: {},
  },
  "completed-by-fin": {
    notes: {
      "syn-ack":
        "클라이언트는 {c}, 서버는 {s} 상태입니다. 클라이언트의 ACK가 손실되었고, 클라이언트는 할 말이 없습니다.",
      fin: "클라이언트가 닫습니다. FIN에는 ACK {a}번이 들어 있으므로 서버는 세그먼트 하나로 {before}에서 열린 상태를 거쳐 {s} 상태가 됩니다.",
      ack: "서버는 {a}번으로 확인 응답합니다. SYN과 FIN이 번호를 하나씩 차지했습니다. 클라이언트는 {c} 상태입니다.",
      end: "질서 있게 닫혔습니다. 서버 {s}, 클라이언트 {c}. 데이터는 한 바이트도 보내지 않았습니다.",
    },
    questions: {},
  },
  "fin-lost": {
    notes: {
      fin: "클라이언트가 닫습니다: {c}. 그러나 FIN이 손실되어 서버는 {s} 상태 그대로입니다.",
      again:
        "ACK가 없으므로 {pause} 뒤 FIN을 다시 보냅니다. 재전송 {n}회째, 클라이언트는 여전히 {c} 상태입니다.",
      "back-off": "재전송 {n}회째입니다. SYN 때처럼 대기 시간이 늘어납니다: {before}, 다음은 {pause}.",
      "silent-end":
        "클라이언트는 말없이 포기해 {c} 상태입니다. {s} 상태의 서버는 그것을 모르고 데이터를 보냅니다.",
      rst: "클라이언트에 이 연결이 더는 없으므로 RST로 답합니다. 서버는 이제야 끝을 알게 됩니다: {s}.",
    },
    questions: {
      "silent-end": {
        ask: "서버는 클라이언트의 종료에 대해 무엇을 압니까?",
        options: { knows: "모두 안다", not: "아무것도 모른다", half: "FIN이 손실되었다는 것" },
      },
    },
  },
};
