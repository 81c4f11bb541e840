import "./display.css";
import { type ReactNode, useEffect, useRef } from "react";
import { LANGUAGES } from "../../store/language.ts";
import { captureOf, numbersShownOf, tellsWireNumbers } from "../../store/selectors.ts";
import { NUMBER_FORMS, THEMES, TIME_SCALES } from "../../store/synfin-state.ts";
import { LANGUAGE_NAMES } from "../language.ts";
import { Choice } from "../parts/Choice.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { Switch } from "../parts/Switch.tsx";
import { formShown, formsOf } from "../times/time-forms.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { displayWords } from "./display.words.ts";
import { displayViewWords } from "./view.words.ts";

/**
 * All that says how things are shown. It covers a corner of the page only, so that each choice is seen at once; it
 * closes when the person goes on with the page.
 */
export function DisplayCard({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(displayWords);
  const { open } = useWords(displayViewWords);
  const isOpened = useSynfin((state) => state.capture.kind === "ready");
  const card = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const element = card.current;
    element?.querySelector<HTMLElement>("select, .switch button[aria-pressed=true]")?.focus();
    return () => {
      const isLost = document.activeElement === document.body || element?.contains(document.activeElement);
      if (isLost && before instanceof HTMLElement) before.focus();
    };
  }, []);
  useEffect(() => {
    // The button that opened it closes it by itself.
    const close = ({ target }: Event): void => {
      const isElsewhere = target instanceof Element && !target.closest(".display-card, .display-button");
      if (isElsewhere) onClose();
    };
    // Before the page, which would leave the lecture view.
    const press = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      onClose();
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("focusin", close);
    document.addEventListener("keydown", press, true);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("focusin", close);
      document.removeEventListener("keydown", press, true);
    };
  }, [onClose]);
  return (
    <dialog open className="display-card" aria-label={open} ref={card}>
      <div className="display-head">
        <h2>{open}</h2>
        <IconButton icon="close" label={words.close} className="button round" onClick={onClose} />
      </div>
      <dl>
        {isOpened && <OfCapture />}
        <Row label={words.theme}>
          <ThemeSwitch />
        </Row>
        <Row label={words.language}>
          <LanguageSwitch />
        </Row>
      </dl>
    </dialog>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt aria-hidden="true">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What only an open capture has. */
function OfCapture() {
  const words = useWords(displayWords);
  const hasNames = useSynfin((state) => (captureOf(state)?.hostNames.size ?? 0) > 0);
  return (
    <>
      <Row label={words.times}>
        <TimesChoice />
      </Row>
      <Row label={words.timeScale}>
        <TimeScaleChoice />
      </Row>
      <Row label={words.numbers}>
        <NumberSwitch />
      </Row>
      {hasNames && (
        <Row label={words.hosts}>
          <HostSwitch />
        </Row>
      )}
    </>
  );
}

/** How times are shown, among the forms that the capture allows. */
function TimesChoice() {
  const words = useWords(displayWords);
  const capture = useSynfin(captureOf);
  const times = useSynfin((state) => state.times);
  const showTimes = useSynfin((state) => state.showTimes);
  if (capture === null) return null;
  const isPrinted = capture.timeBase.kind === "time-of-day";
  return (
    <Choice
      label={words.times}
      hint="T"
      options={formsOf(capture).map((value) => ({
        value,
        label: isPrinted && value === "utc" ? words.printed : words.timeForms[value],
      }))}
      chosen={formShown(times, capture)}
      onChoose={showTimes}
    />
  );
}

/** How time becomes height in the sequence diagram. */
function TimeScaleChoice() {
  const words = useWords(displayWords);
  const scale = useSynfin((state) => state.timeScale);
  return (
    <Choice
      label={words.timeScale}
      hint={words.scaleHints[scale]}
      options={TIME_SCALES.map((value) => ({ value, label: words.scales[value] }))}
      chosen={scale}
      onChoose={useSynfin((state) => state.chooseTimeScale)}
    />
  );
}

function NumberSwitch() {
  const words = useWords(displayWords);
  const canShowWire = useSynfin(tellsWireNumbers);
  return (
    <Switch
      label={words.numbers}
      choices={NUMBER_FORMS.map((id) => {
        const isIdle = id !== "relative" && !canShowWire;
        return {
          id,
          label: words.numberForms[id],
          hint: isIdle ? words.wireNotTold : words.numberHints[id],
          isIdle,
        };
      })}
      chosen={useSynfin(numbersShownOf)}
      onChoose={useSynfin((state) => state.showNumbers)}
    />
  );
}

/** Addresses or names; only of a capture that gives names to addresses. */
function HostSwitch() {
  const words = useWords(displayWords);
  return (
    <Switch
      label={words.hosts}
      choices={(["addresses", "names"] as const).map((id) => ({
        id,
        label: words.hostForms[id],
        hint: words.hostHints[id],
      }))}
      chosen={useSynfin((state) => state.hosts)}
      onChoose={useSynfin((state) => state.showHosts)}
    />
  );
}

function ThemeSwitch() {
  const words = useWords(displayWords);
  return (
    <Switch
      label={words.theme}
      choices={THEMES.map((id) => ({ id, label: words.themes[id] }))}
      chosen={useSynfin((state) => state.theme)}
      onChoose={useSynfin((state) => state.chooseTheme)}
    />
  );
}

/** The languages, each under its own name. */
function LanguageSwitch() {
  const words = useWords(displayWords);
  return (
    <Switch
      label={words.language}
      choices={LANGUAGES.map((id) => ({ id, label: LANGUAGE_NAMES[id], lang: id }))}
      chosen={useSynfin((state) => state.language)}
      onChoose={useSynfin((state) => state.chooseLanguage)}
    />
  );
}
