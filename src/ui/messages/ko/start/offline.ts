/** What is kept on this machine, what cannot be, and the offer of a new version. */
export const offline = {
  newVersion: "Synfin의 새 버전이 준비되었습니다.",
  reload: "다시 불러오기",
  later: "나중에",
  partMissing:
    "Synfin의 일부를 불러올 수 없습니다. 네트워크가 없거나 더 새로운 버전으로 바뀌었습니다. 화면에 있는 것은 계속 작동하며, 나머지는 페이지를 다시 불러오면 쓸 수 있습니다.",
  kept: "Synfin이 이 기기에 저장되어 있어 네트워크 없이도 작동합니다.",
  insecure:
    "주소가 안전하지 않아(https도 localhost도 아님) 브라우저가 Synfin을 저장해 두지 않습니다. 작동은 하지만 네트워크가 있어야 합니다.",
  notKept:
    "Synfin을 이 기기에 저장해 둘 수 없습니다(브라우저의 저장 공간이 가득 찼거나 금지되어 있습니다). 작동은 하지만 네트워크가 있어야 합니다.",
  notRemembered:
    "브라우저가 Synfin에 아무것도 기억하지 못하게 합니다(저장 공간이 가득 찼거나 금지되어 있습니다). 테마와 언어, 크기는 이 페이지를 닫으면 잊힙니다.",
  understood: "확인",
};
