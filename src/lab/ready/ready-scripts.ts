/** A request and its answer. */
const TALK = `profile linux
delay 10ms
s: listen
c: connect
c: after connected +10ms send 100
s: after read 100 +10ms send 300
`;

/** The situations that the laboratory offers ready made. The page words them. */
export const READY_SCRIPTS = {
  "three-segment-close": `${TALK}c: after read 300 +100ms close
s: after eof close
`,
  "four-segment-close": `${TALK}c: after read 300 +100ms close
s: after eof +300ms close
`,
  "half-close": `profile linux
delay 10ms
s: listen
c: connect
c: after connected +10ms send 100
c: shutdown
s: after eof +100ms send 700
s: +100ms send 700
s: +100ms close
`,
  "simultaneous-close": `profile linux
delay 50ms
s: listen
c: connect
c: after connected +100ms send 100
c: at 500ms close
s: at 500ms close
`,
  "simultaneous-open": `profile linux
delay 50ms
c: connect
s: connect
c: after connected +100ms close
s: after eof +100ms close
`,
  "nobody-listens": `profile linux
delay 10ms
c: connect
`,
  "syn-dropped": `profile linux
delay 10ms
s: listen
c: connect
lose c.syn*
`,
  "syn-ack-dropped": `profile linux
delay 10ms
s: listen
c: connect
lose s.syn-ack*
`,
  "fin-dropped": `profile linux
delay 10ms
s: listen
c: connect
c: after connected +100ms send 100
c: +100ms close
lose c.fin*
`,
  "crash-and-restart": `profile linux
delay 10ms
s: listen
c: connect
c: after connected +10ms send 100
s: after read 100 +500ms crash
s: +1s restart
c: at 3s send 100
`,
  "port-reuse-in-time-wait": `profile linux
delay 10ms
s: listen
c: connect
c: after connected +10ms send 100
s: after read 100 +10ms close
c: after eof +10ms close
c: at 5s connect
s: listen
s: after accepted +10ms send 100
c: after read 100 close
s: after eof +10ms close
end 10s
`,
} as const;

export type ReadyScript = keyof typeof READY_SCRIPTS;

/** An empty page: nobody calls anything yet, and the timers are those that most machines have. */
export const EMPTY_SCRIPT = "profile linux\n";
