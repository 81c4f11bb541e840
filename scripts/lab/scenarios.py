"""What is recorded: a function a scenario. `python3 scenarios.py NAME FOLDER` writes FOLDER/NAME.pcap (root only)."""

import os
import socket
import sys
import threading
import time
from contextlib import contextmanager

from lab import ACK, RST, SYN, First, Lab, vanish

REQUEST = b"GET / HTTP/1.0\r\n\r\n"
ANSWER = b"HTTP/1.0 200 OK\r\n\r\nHello, world\n"


@contextmanager
def hosts(number, path, at="client", **wire):
    """Two hosts and a server that listens, recorded at one end from before anything is sent."""
    with Lab(number, **wire) as lab:
        lab.capture(at, path)
        yield lab, lab.listen()


def opened(lab, listener, port=50000):
    """A new connection: the sockets of both ends."""
    client = lab.connect(port)
    server, _ = listener.accept()
    return client, server


def close_in_turn(first, second, pause=0.2):
    first.close()
    time.sleep(pause)
    second.close()


def exchange(client, server):
    """A request and its answer."""
    client.send(REQUEST)
    server.recv(100)
    server.send(ANSWER)
    client.recv(100)
    time.sleep(0.1)


def answer_and_close(listener):
    server, _ = listener.accept()
    server.recv(100)
    server.send(ANSWER)
    server.close()


def is_ack(segment):
    return segment.flags == ACK and segment.length == 0


def server_closes_first(path):
    """As with HTTP/1.0: the server closes after its answer."""
    with hosts(1, path) as (lab, listener):
        client, server = opened(lab, listener)
        exchange(client, server)
        close_in_turn(server, client, 0.3)


def reset_by_server(path):
    """The server closes while a request lies unread in its buffer."""
    with hosts(2, path) as (lab, listener):
        client, server = opened(lab, listener)
        exchange(client, server)
        client.send(REQUEST)
        time.sleep(0.2)
        close_in_turn(server, client)


def syn_received_for_ever(path):
    """A SYN from an address where nobody is. After the server has given up, a real client comes."""
    with hosts(3, path, "server", sysctls={"server": {"net.ipv4.tcp_synack_retries": 5}}) as (lab, listener):
        nobody = "10.66.3.77"
        os.system(f"ip -n {lab.tag}-server neigh replace {nobody} lladdr 02:00:00:00:00:0c dev eth0 nud permanent")
        lab.inject("server", lab.frame(nobody, lab.addresses["server"], (50000, 80), 1000000, 0, SYN))
        time.sleep(70)
        client, server = opened(lab, listener, 50001)
        close_in_turn(client, server)


def simultaneous_close(path):
    """Both programs close while a segment needs 100 ms to cross."""
    with hosts(4, path, delay=0.1) as (lab, listener):
        client, server = opened(lab, listener)
        exchange(client, server)
        time.sleep(0.3)
        client.close()
        server.close()
        time.sleep(1)


def time_wait(path):
    """The last ACK is lost once. When TIME-WAIT is over, the same port is used again."""
    with hosts(5, path) as (lab, listener):
        client, server = opened(lab, listener)
        exchange(client, server)
        client.close()
        time.sleep(0.2)
        lab.rule = First(lambda segment: segment.is_from_client and is_ack(segment))
        server.close()
        time.sleep(66)
        client, server = opened(lab, listener)
        exchange(client, server)
        client.close()
        server.close()


def old_duplicate_syn(path):
    """RFC 9293 figure 8: a SYN from an earlier attempt arrives before the present one."""
    with hosts(6, path, "server") as (lab, listener):

        def rule(segment):
            if segment.is_from_client and segment.flags == SYN and not lab.seen:
                old = lab.frame(lab.addresses["client"], lab.addresses["server"], (50000, 80),
                                (segment.seq - 500000) & 0xFFFFFFFF, 0, SYN)
                lab.inject("server", old)
                return "drop"
            return None

        lab.rule = rule
        client, server = opened(lab, listener)
        exchange(client, server)
        close_in_turn(client, server)


def half_open(path):
    """RFC 9293 figure 9: the client crashes and comes back, the server knows nothing of it."""
    with hosts(7, path) as (lab, listener):
        client, server = opened(lab, listener)
        exchange(client, server)
        vanish(client)
        time.sleep(2)
        client, server = opened(lab, listener)
        exchange(client, server)
        close_in_turn(client, server)


def fast_open(path):
    """First the cookie; then a request in the SYN, answered and closed before the handshake is complete."""
    enabled = {"client": {"net.ipv4.tcp_fastopen": 1}, "server": {"net.ipv4.tcp_fastopen": 2}}
    with hosts(8, path, "server", delay=0.05, sysctls=enabled) as (lab, listener):
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_FASTOPEN, 5)
        for port in (50000, 50001):
            client = lab.socket(port)
            answering = threading.Thread(target=answer_and_close, args=(listener,))
            answering.start()
            client.sendto(REQUEST, socket.MSG_FASTOPEN, (lab.addresses["server"], 80))
            answering.join()
            while client.recv(100):
                pass
            client.close()
            time.sleep(0.5)


def completed_by_data(path):
    """The ACK of the handshake is lost, and so is its repetition; the first data does its work."""
    with hosts(9, path, "server") as (lab, listener):
        lab.rule = First(lambda segment: segment.is_from_client and is_ack(segment), times=2)
        client = lab.connect()
        time.sleep(1.5)
        client.send(REQUEST)
        server, _ = listener.accept()
        server.recv(100)
        server.send(ANSWER)
        client.recv(100)
        time.sleep(0.1)
        close_in_turn(client, server)


def completed_by_fin(path):
    """The ACK of the handshake is lost; the client has nothing to say and closes."""
    with hosts(10, path, "server") as (lab, listener):
        lab.rule = First(lambda segment: segment.is_from_client and is_ack(segment))
        client = lab.connect()
        time.sleep(0.1)
        client.close()
        server, _ = listener.accept()
        time.sleep(0.2)
        server.close()


def nobody_home_any_more(path):
    """The server's program ends between SYN,ACK and ACK: the handshake is refused at its last step."""
    with hosts(11, path, delay=0.05) as (lab, listener):
        client = lab.socket(50000)
        client.setblocking(False)
        client.connect_ex((lab.addresses["server"], 80))
        time.sleep(0.08)
        listener.close()
        time.sleep(0.5)


def time_wait_assassination(path):
    """RFC 1337: old data in TIME-WAIT, an ACK of nothing new, a RST, and TIME-WAIT is over at once."""
    with hosts(12, path, sysctls={"client": {"net.ipv4.tcp_rfc1337": 0}}) as (lab, listener):
        client, server = opened(lab, listener)
        exchange(client, server)
        close_in_turn(client, server)
        time.sleep(1)
        old = next(s for s in lab.seen if not s.is_from_client and s.length > 0)
        lab.inject("client", old.frame)
        time.sleep(0.5)


def close_wait_stays(path):
    """The server forgets to close; the client's FIN-WAIT-2 ends by its timer; the late FIN gets a RST."""
    with hosts(13, path, sysctls={"client": {"net.ipv4.tcp_fin_timeout": 3}}) as (lab, listener):
        client, server = opened(lab, listener)
        exchange(client, server)
        close_in_turn(client, server, 10)
        time.sleep(0.5)


def partial(path):
    """Three connections that a capture holds in part. The first was open before; the first thing seen of it is a RST
    that somebody forged and that is far outside the window. Of the second the tap gets the client's segments only, of
    the third the server's."""
    with Lab(14) as lab:
        listener = lab.listen()
        client, server = opened(lab, listener)
        lab.capture("client", path, "tcp port 50000 or tcp src port 50001 or tcp dst port 50002")
        answer = next(segment for segment in lab.seen if not segment.is_from_client)
        forged = lab.frame(lab.addresses["server"], lab.addresses["client"], (80, 50000),
                           (answer.seq + 0x40000000) & 0xFFFFFFFF, 0, RST, to="client")
        lab.inject("client", forged)
        time.sleep(0.5)
        for port in (50000, 50001, 50002):
            if port != 50000:
                client, server = opened(lab, listener, port)
            exchange(client, server)
            close_in_turn(client, server)
            time.sleep(0.2)


def new_syn(path):
    """The client's first SYN,ACK is lost, it gives up and comes back with another ISN. With SYN cookies the server
    keeps nothing of the first attempt and answers the new SYN at once."""
    with hosts(15, path, "server", sysctls={"server": {"net.ipv4.tcp_syncookies": 2}}) as (lab, listener):
        lab.rule = First(lambda segment: not segment.is_from_client)
        client = lab.socket(50000)
        client.setblocking(False)
        client.connect_ex((lab.addresses["server"], 80))
        time.sleep(0.2)
        client.close()
        client, server = opened(lab, listener)
        exchange(client, server)
        close_in_turn(client, server)


def port_reuse(path):
    """The server closed first and is in TIME-WAIT; the client takes the same port again."""
    with hosts(16, path) as (lab, listener):
        for _ in range(2):
            client, server = opened(lab, listener)
            exchange(client, server)
            close_in_turn(server, client)
            time.sleep(1.5)


def syn_never_answered(path):
    """Every SYN is lost until connect() gives up; then the wire is mended and the next attempt succeeds, so much later
    that the first one has surely been given up: kernel timers may be late by an eighth of the last wait, here 8 s."""
    gives_up = {"net.ipv4.tcp_syn_linear_timeouts": 0, "net.ipv4.tcp_syn_retries": 6}
    with hosts(17, path, sysctls={"client": gives_up}) as (lab, listener):
        lab.rule = lambda segment: "drop"
        try:
            lab.connect()
        except TimeoutError:
            pass
        lab.rule = lambda segment: None
        time.sleep(12)
        client, server = opened(lab, listener, 50001)
        exchange(client, server)
        close_in_turn(client, server)


def zero_window(path):
    """A small receive buffer that nobody empties; then the server reads."""
    with hosts(18, path) as (lab, listener):
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client, server = opened(lab, listener)
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        threading.Thread(target=client.sendall, args=(bytes(9000),)).start()
        time.sleep(2.5)
        got = 0
        while got < 9000:
            got += len(server.recv(65536))
        time.sleep(0.3)
        close_in_turn(client, server)


def loss_at_both_ends(path):
    """Data is lost, then the ACK of other data: at the client both look alike. Recorded at both ends, without DSACK."""
    quiet = {"net.ipv4.tcp_dsack": 0}
    with Lab(19, delay=0.02, sysctls={"client": quiet, "server": quiet}) as lab:
        for host in ("client", "server"):
            lab.capture(host, path.replace(".pcap", f"-{host}.pcap"))
        client, server = opened(lab, lab.listen())
        for is_lost in (
            lambda segment: segment.is_from_client and segment.length > 0,
            lambda segment: not segment.is_from_client and is_ack(segment),
        ):
            time.sleep(0.3)
            lab.rule = First(is_lost)
            client.send(REQUEST)
            server.recv(100)
            time.sleep(0.5)
        server.send(ANSWER)
        client.recv(100)
        time.sleep(0.3)
        close_in_turn(client, server)


SCENARIOS = {
    "server-closes-first": server_closes_first,
    "reset-by-server": reset_by_server,
    "syn-received-for-ever": syn_received_for_ever,
    "simultaneous-close": simultaneous_close,
    "time-wait": time_wait,
    "old-duplicate-syn": old_duplicate_syn,
    "half-open": half_open,
    "fast-open": fast_open,
    "completed-by-data": completed_by_data,
    "completed-by-fin": completed_by_fin,
    "refused-at-last": nobody_home_any_more,
    "time-wait-assassination": time_wait_assassination,
    "close-wait-stays": close_wait_stays,
    "partial": partial,
    "new-syn": new_syn,
    "port-reuse": port_reuse,
    "syn-never-answered": syn_never_answered,
    "zero-window": zero_window,
    "loss-at-both-ends": loss_at_both_ends,
}

if __name__ == "__main__":
    name, folder = sys.argv[1:]
    SCENARIOS[name](os.path.join(folder, f"{name}.pcap"))
