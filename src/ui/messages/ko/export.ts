/** The dialog that saves or copies a connection for other programs. */
export const exports = {
  open: "내보내기",
  openHint: "다른 프로그램에서 쓰도록 이 연결을 저장하거나 복사",
  title: "이 연결 내보내기",
  close: "닫기",
  stays: "이 브라우저 안에서 만듭니다. 아무 데도 보내지 않습니다.",
  save: "저장",
  copy: "복사",
  saveAs: (form: string) => `${form}: 저장`,
  copyAs: (form: string) => `${form}: 복사`,
  saved: (name: string) => `${name} 파일로 저장했습니다`,
  copied: (form: string) => `복사했습니다: ${form}`,
  forbidden: "브라우저가 복사를 허용하지 않았습니다",
  untold: "이 텍스트에는 pcap에 필요한 시각, 주소, 포트 번호 또는 실제 순서 번호가 없습니다",
  forms: {
    tcpdump: {
      name: "tcpdump 텍스트",
      text: "tcpdump -nn -S가 출력하는 형식. Synfin에서 다시 열면 같은 연결이 됩니다. 시각은 UTC입니다.",
    },
    pcap: {
      name: "pcap 파일",
      text: "캡처된 그대로의 TCP 헤더, 데이터 제외. 링크와 IP 헤더는 다시 만들고 TCP 체크섬은 비웁니다.",
    },
    mermaid: {
      name: "Mermaid 다이어그램",
      text: "Markdown 문서에 넣는 sequenceDiagram. 상태는 메모로 적습니다.",
    },
    markdown: { name: "Markdown 표", text: "세그먼트마다 한 행, 양쪽 상태 포함." },
    csv: { name: "연결 목록 (CSV)", text: "캡처의 모든 연결을 스프레드시트용으로." },
  },
  table: {
    number: "번호",
    seconds: "초",
    sender: "보낸 쪽",
    client: "클라이언트",
    server: "서버",
    flags: "플래그",
    sequence: "순서 번호",
    acknowledgment: "확인 번호",
    length: "길이",
    window: "윈도우",
  },
};
