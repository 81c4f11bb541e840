import { type ReactNode, useEffect, useRef, useState } from "react";
import { filterWordsOf } from "./connections/filter-words.ts";
import { markLanguage } from "./language.ts";
import type { Messages } from "./messages/en.ts";
import { loadMessages } from "./messages/load-messages.ts";
import { MessagesContext } from "./use-messages.ts";
import { useSynfin } from "./use-synfin.ts";

interface WordedProps {
  /** The words of the language that the store names at first. */
  readonly first: Messages;
  readonly children: ReactNode;
}

/** Provides the words of the chosen language to its children. Until they are loaded, the words before them stay. */
export function Worded({ first, children }: WordedProps) {
  const language = useSynfin((state) => state.language);
  const [messages, setMessages] = useState(first);
  const shown = useRef(language);
  useEffect(() => {
    if (shown.current === language) return undefined;
    let isWanted = true;
    const show = (loaded: Messages): void => {
      if (!isWanted) return;
      shown.current = language;
      markLanguage(language);
      setMessages(loaded);
    };
    // Without network, a language that was never loaded cannot be shown: the page stays as it is.
    void loadMessages(language).then(show, () => {});
    return () => {
      isWanted = false;
    };
  }, [language]);
  const learnFilterWords = useSynfin((state) => state.learnFilterWords);
  useEffect(() => learnFilterWords(filterWordsOf(messages)), [learnFilterWords, messages]);
  return <MessagesContext value={messages}>{children}</MessagesContext>;
}
