import { type ReactNode, useEffect, useState } from "react";
import { markLanguage } from "./language.ts";
import type { Messages } from "./messages/en.ts";
import { loadMessages } from "./messages/load-messages.ts";
import { MessagesContext } from "./use-messages.ts";
import { useSynfin } from "./use-synfin.ts";
import { LanguageContext } from "./use-words.ts";

interface WordedProps {
  /** The words of the language that the store names at first. */
  readonly first: Messages;
  readonly children: ReactNode;
}

/** Provides the words of the chosen language to its children. Until they are loaded, the words before them stay. */
export function Worded({ first, children }: WordedProps) {
  const language = useSynfin((state) => state.language);
  const [shown, setShown] = useState({ language, messages: first });
  const { messages } = shown;
  useEffect(() => {
    if (shown.language === language) return undefined;
    let isWanted = true;
    const show = (loaded: Messages): void => {
      if (!isWanted) return;
      markLanguage(language);
      setShown({ language, messages: loaded });
    };
    // Without network, a language that was never loaded cannot be shown: the page stays as it is.
    void loadMessages(language).then(show, () => {});
    return () => {
      isWanted = false;
    };
  }, [language, shown.language]);
  return (
    <LanguageContext value={shown.language}>
      <MessagesContext value={messages}>{children}</MessagesContext>
    </LanguageContext>
  );
}
