import type { failed as english } from "../../en/start/failed.ts";

export const failed: typeof english = {
  refusedTitle: "Synfin이 읽을 수 없습니다",
  linkTitle: "이 링크를 열 수 없습니다",
  unreadableTitle: "파일을 읽지 못했습니다",
  faultTitle: "Synfin에 오류가 발생했습니다",
  unreadable: (name, message) =>
    `브라우저가 파일을 읽지 못했습니다: ${name} (${message}). 파일이 그대로 있는지, 읽을 권한이 있는지 확인한 뒤 다시 고르십시오.`,
  fault: (name, message) =>
    `Synfin이 읽는 도중 오류가 발생했습니다: ${name}. 파일이 아니라 Synfin의 잘못입니다: “${message}”.`,
  memoryTitle: "메모리에 비해 캡처가 너무 큽니다",
  memory: (name, message) =>
    `브라우저의 메모리가 부족합니다: ${name} (${message}). 다른 탭을 닫고 다시 열거나, 예를 들어 “editcap -c 1000000”으로 나누십시오.`,
  unstartedTitle: "Synfin의 일부가 없습니다",
  unstarted: (name, message) =>
    `캡처를 읽는 부분을 불러오거나 시작하지 못해 열지 못했습니다: ${name} (${message}). 페이지를 다시 불러오십시오. 그래도 안 되면 네트워크가 없거나 브라우저가 너무 오래된 것입니다.`,
  stoppedTitle: "읽기가 중단되었습니다",
  stopped: (name, message) =>
    `Synfin에서 캡처를 맡은 부분이 멈췄습니다: ${name} (${message}). 파일은 그대로이니 다시 여십시오.`,
  drawingFault: (message) =>
    `Synfin이 이 캡처를 그리는 도중 오류가 발생했습니다. 파일이 아니라 Synfin의 잘못입니다: “${message}”.`,
  startOver: "처음으로",
  back: (name) => `돌아가기: ${name}`,
  analysisFault: (message) =>
    `Synfin이 이 연결을 분석하는 도중 오류가 발생했습니다. Synfin의 잘못입니다: “${message}”.`,
};
