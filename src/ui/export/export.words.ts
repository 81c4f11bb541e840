import { words } from "../words.ts";

/** The dialog that saves or copies a connection for other programs. */
export const exportWords = words({
  title: {
    en: "Export this connection",
    ko: "이 연결 내보내기",
    zh: "导出此连接",
  },
  close: {
    en: "Close",
    ko: "닫기",
    zh: "关闭",
  },
  stays: {
    en: "Made in this browser; nothing is sent anywhere.",
    ko: "이 브라우저 안에서 만듭니다. 아무 데도 보내지 않습니다.",
    zh: "在本浏览器中生成，不会发送到任何地方。",
  },
  save: {
    en: "Save",
    ko: "저장",
    zh: "保存",
  },
  copy: {
    en: "Copy",
    ko: "복사",
    zh: "复制",
  },
  saveAs: {
    en: (form: string) => `Save as ${form}`,
    ko: (form: string) => `${form}: 저장`,
    zh: (form: string) => `保存为${form}`,
  },
  copyAs: {
    en: (form: string) => `Copy as ${form}`,
    ko: (form: string) => `${form}: 복사`,
    zh: (form: string) => `复制为${form}`,
  },
  saved: {
    en: (name: string) => `Saved as ${name}`,
    ko: (name: string) => `${name} 파일로 저장했습니다`,
    zh: (name: string) => `已保存为 ${name}`,
  },
  copied: {
    en: (form: string) => `Copied: ${form}`,
    ko: (form: string) => `복사했습니다: ${form}`,
    zh: (form: string) => `已复制：${form}`,
  },
  forbidden: {
    en: "The browser did not allow copying",
    ko: "브라우저가 복사를 허용하지 않았습니다",
    zh: "浏览器不允许复制",
  },
  untold: {
    en: "This text does not tell what a pcap must hold: times, addresses, port numbers, and the numbers of the wire",
    ko: "이 텍스트에는 pcap에 필요한 시각, 주소, 포트 번호 또는 실제 순서 번호가 없습니다",
    zh: "此文本没有给出 pcap 所需的时间、地址、端口号或实际序号",
  },
  forms: {
    en: {
      tcpdump: {
        name: "tcpdump text",
        text: "As tcpdump -nn -S prints it; Synfin opens it again as the same connection. Times are UTC.",
      },
      pcap: {
        name: "pcap file",
        text: "TCP headers as captured, without data. Link and IP headers are rebuilt; checksums of TCP are left out. Your notes go along as comments (pcapng).",
      },
      mermaid: { name: "Mermaid diagram", text: "A sequenceDiagram for Markdown pages; states as notes." },
      markdown: { name: "Markdown table", text: "A row for each segment, with the states of both ends." },
      csv: {
        name: "List of connections (CSV)",
        text: "The connections of the list as it is filtered and sorted, with every figure, for a spreadsheet.",
      },
      json: { name: "List of connections (JSON lines)", text: "The same for programs: one object a line." },
    },
    ko: {
      tcpdump: {
        name: "tcpdump 텍스트",
        text: "tcpdump -nn -S가 출력하는 형식. Synfin에서 다시 열면 같은 연결이 됩니다. 시각은 UTC입니다.",
      },
      pcap: {
        name: "pcap 파일",
        text: "캡처된 그대로의 TCP 헤더, 데이터 제외. 링크와 IP 헤더는 다시 만들고 TCP 체크섬은 비웁니다. 메모는 주석으로 담깁니다(pcapng).",
      },
      mermaid: {
        name: "Mermaid 다이어그램",
        text: "Markdown 문서에 넣는 sequenceDiagram. 상태는 메모로 적습니다.",
      },
      markdown: { name: "Markdown 표", text: "세그먼트마다 한 행, 양쪽 상태 포함." },
      csv: {
        name: "연결 목록 (CSV)",
        text: "필터하고 정렬한 목록 그대로, 모든 수치와 함께, 스프레드시트용.",
      },
      json: { name: "연결 목록 (JSON lines)", text: "프로그램용: 한 줄에 객체 하나." },
    },
    zh: {
      tcpdump: {
        name: "tcpdump 文本",
        text: "与 tcpdump -nn -S 的输出相同；用 Synfin 重新打开即为同一连接。时间为 UTC。",
      },
      pcap: {
        name: "pcap 文件",
        text: "TCP 首部与捕获一致，不含数据。链路层和 IP 首部为重建，TCP 校验和留空。笔记作为注释一并写入（pcapng）。",
      },
      mermaid: { name: "Mermaid 图", text: "用于 Markdown 页面的 sequenceDiagram，状态写作注释。" },
      markdown: { name: "Markdown 表格", text: "每个报文段一行，含两端状态。" },
      csv: { name: "连接列表（CSV）", text: "按当前过滤和排序的列表，含全部数值，供电子表格使用。" },
      json: { name: "连接列表（JSON lines）", text: "供程序使用：每行一个对象。" },
    },
  },
  table: {
    en: {
      number: "No.",
      seconds: "Seconds",
      sender: "From",
      client: "client",
      server: "server",
      flags: "Flags",
      sequence: "Seq",
      acknowledgment: "Ack",
      length: "Length",
      window: "Window",
    },
    ko: {
      number: "번호",
      seconds: "초",
      sender: "보낸 쪽",
      client: "클라이언트",
      server: "서버",
      flags: "플래그",
      sequence: "순서 번호",
      acknowledgment: "확인 응답 번호",
      length: "길이",
      window: "윈도우",
    },
    zh: {
      number: "编号",
      seconds: "秒",
      sender: "发送方",
      client: "客户端",
      server: "服务器",
      flags: "标志",
      sequence: "序号",
      acknowledgment: "确认号",
      length: "长度",
      window: "窗口",
    },
  },
  pictures: {
    en: { diagram: "Picture of the diagram", graph: "Picture of the states" },
    ko: { diagram: "다이어그램 그림", graph: "상태 그림" },
    zh: { diagram: "时序图图片", graph: "状态图图片" },
  },
  simulated: {
    en: "Simulated: nothing of this was captured",
    ko: "시뮬레이션: 캡처된 것이 아님",
    zh: "模拟：并非捕获所得",
  },
  schemes: {
    en: { label: "Colours of the pictures", light: "Light pictures", dark: "Dark pictures" },
    ko: { label: "그림의 색", light: "밝은 그림", dark: "어두운 그림" },
    zh: { label: "图片的颜色", light: "浅色图片", dark: "深色图片" },
  },
  upToHere: {
    en: "States only as far as this step",
    ko: "상태는 이 단계까지만",
    zh: "状态只画到这一步",
  },
  cut: {
    en: (name: string) => `Saved as ${name}; the exchange is too long for one picture: the rest is left out`,
    ko: (name: string) =>
      `${name} 파일로 저장했습니다. 교환이 한 그림에 담기에 너무 길어 나머지는 빠졌습니다`,
    zh: (name: string) => `已保存为 ${name}；交换过长，一张图片放不下，其余部分已省略`,
  },
  tooLarge: {
    en: "The picture is too large for this browser",
    ko: "이 브라우저에서 만들기에 그림이 너무 큽니다",
    zh: "图片过大，此浏览器无法生成",
  },
  unpainted: {
    en: (reason: string) => `The browser could not paint the picture; it says: ${reason}`,
    ko: (reason: string) => `브라우저가 그림을 그리지 못했습니다. 브라우저의 설명: ${reason}`,
    zh: (reason: string) => `浏览器未能绘制图片。浏览器的说明：${reason}`,
  },
});
