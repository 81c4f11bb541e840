"""Two Linux hosts and the wire between them, to record what real kernels send (root only).

Each host is a network namespace. Between them stands a third one with a wire in Python: it takes every Ethernet
frame from one side and gives it to the other after a delay, unless a rule of the scenario drops, delays or copies it.
"""

import ctypes
import fcntl
import heapq
import os
import select
import socket
import struct
import subprocess
import threading
import time

FIN, SYN, RST, PSH, ACK = 1, 2, 4, 8, 16
CLONE_NEWNET = 0x40000000
SIOCETHTOOL = 0x8946
TCP_REPAIR = 19
MACS = {"client": "02:00:00:00:00:0c", "server": "02:00:00:00:00:05"}
_libc = ctypes.CDLL("libc.so.6", use_errno=True)
_home = os.open("/proc/self/ns/net", os.O_RDONLY)


def run(*words):
    subprocess.run(words, check=True)


class Segment:
    """A TCP segment inside an Ethernet frame, as far as a rule of the wire needs it."""

    def __init__(self, frame, is_from_client):
        self.frame = frame
        self.is_from_client = is_from_client
        start = 14 + (frame[14] & 15) * 4
        self.source, self.destination, self.seq, self.ack = struct.unpack_from("!HHII", frame, start)
        self.flags = frame[start + 13] & 0x1F
        total = struct.unpack_from("!H", frame, 16)[0]
        self.length = total - (start - 14) - (frame[start + 12] >> 4) * 4


class Lab:
    """One pair of hosts on 10.66.<number>.1 (client) and .2 (server). Use it in a `with` statement."""

    def __init__(self, number, delay=0.005, sysctls=None):
        self.tag = f"lab{number}"
        self.addresses = {"client": f"10.66.{number}.1", "server": f"10.66.{number}.2"}
        self.delay = delay
        self.rule = lambda segment: None
        self.seen = []
        self._sysctls = sysctls or {}
        self._queue = []
        self._count = 0
        self._is_over = False
        self._dumps = []

    def __enter__(self):
        wire = f"{self.tag}-wire"
        run("ip", "netns", "add", wire)
        for host, mac in MACS.items():
            namespace, outer = f"{self.tag}-{host}", f"w{host[0]}"
            run("ip", "netns", "add", namespace)
            run("ip", "link", "add", "eth0", "netns", namespace, "address", mac, "type", "veth",
                "peer", "name", outer, "netns", wire)
            run("ip", "-n", namespace, "link", "set", "lo", "up")
            run("ip", "-n", namespace, "address", "add", f"{self.addresses[host]}/24", "dev", "eth0")
            run("ip", "-n", namespace, "link", "set", "eth0", "up")
            run("ip", "-n", wire, "link", "set", outer, "promisc", "on", "up")
            self.inside(host, lambda: self._offloads_off())
        for host, other in (("client", "server"), ("server", "client")):
            run("ip", "-n", f"{self.tag}-{host}", "neigh", "replace", self.addresses[other], "lladdr",
                MACS[other], "dev", "eth0", "nud", "permanent")
        for host, settings in self._sysctls.items():
            for name, value in settings.items():
                run("ip", "netns", "exec", f"{self.tag}-{host}", "sysctl", "-qw", f"{name}={value}")
        self._sides = self.inside("wire", lambda: [self._packet_socket("wc"), self._packet_socket("ws")])
        threading.Thread(target=self._carry, daemon=True).start()
        return self

    def __exit__(self, *_):
        time.sleep(0.5)
        self._is_over = True
        for dump in self._dumps:
            dump.terminate()
            dump.wait()
        for name in ("client", "server", "wire"):
            run("ip", "netns", "del", f"{self.tag}-{name}")

    def inside(self, host, action):
        """What `action` gives in that namespace; a socket made there stays there."""
        target = os.open(f"/run/netns/{self.tag}-{host}", os.O_RDONLY)
        try:
            self._enter(target)
            return action()
        finally:
            self._enter(_home)
            os.close(target)

    def capture(self, host, path, expression="tcp or icmp"):
        """Records at that host from now on: headers only, for payload teaches nothing here."""
        self._dumps.append(subprocess.Popen(
            ["ip", "netns", "exec", f"{self.tag}-{host}", "tcpdump", "-i", "eth0", "-s", "96", "-U", "--immediate-mode",
             "-w", path, expression], stderr=subprocess.DEVNULL))
        time.sleep(1)

    def listen(self, port=80, backlog=5):
        def make():
            listener = socket.socket()
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((self.addresses["server"], port))
            listener.listen(backlog)
            return listener
        return self.inside("server", make)

    def socket(self, port, host="client"):
        """A socket of that host, bound to a port, not connected."""
        def make():
            made = socket.socket()
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            made.bind((self.addresses[host], port))
            return made
        return self.inside(host, make)

    def connect(self, port=50000, to=80):
        made = self.socket(port)
        made.connect((self.addresses["server"], to))
        return made

    def inject(self, to, frame, after=0.0):
        """Puts a frame on the wire towards that host."""
        self._put(frame, to == "server", after)

    def frame(self, source, destination, ports, seq, ack, flags, to="server"):
        """A bare TCP segment in a frame towards that host; addresses as text."""
        tcp = struct.pack("!HHIIBBHHH", *ports, seq, ack, 5 << 4, flags, 64240, 0, 0)
        addresses = socket.inet_aton(source) + socket.inet_aton(destination)
        tcp = tcp[:16] + struct.pack("!H", checksum(addresses + struct.pack("!HH", 6, len(tcp)) + tcp)) + tcp[18:]
        ip = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(tcp), 1, 0x4000, 64, 6, 0) + addresses
        ip = ip[:10] + struct.pack("!H", checksum(ip)) + ip[12:]
        other = "client" if to == "server" else "server"
        macs = bytes.fromhex((MACS[to] + MACS[other]).replace(":", ""))
        return macs + b"\x08\x00" + ip + tcp

    @staticmethod
    def _enter(namespace):
        if _libc.setns(namespace, CLONE_NEWNET) != 0:
            raise OSError(ctypes.get_errno(), "setns")

    @staticmethod
    def _offloads_off():
        """Checksums are filled in and segments are not merged, so that the wire may carry frames as they are."""
        with socket.socket() as any_socket:
            for command in (0x17, 0x15, 0x1F, 0x24, 0x2C):  # tx and rx checksums, TSO, GSO, GRO
                value = ctypes.create_string_buffer(struct.pack("II", command, 0))
                request = struct.pack("16sP", b"eth0", ctypes.addressof(value))
                try:
                    fcntl.ioctl(any_socket, SIOCETHTOOL, request.ljust(40, b"\0"))
                except OSError:
                    pass  # this kernel has no such offload

    @staticmethod
    def _packet_socket(interface):
        made = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
        made.bind((interface, 0))
        return made

    def _put(self, frame, is_to_server, after):
        self._count += 1
        heapq.heappush(self._queue, (time.monotonic() + after, self._count, is_to_server, frame))

    def _carry(self):
        while not self._is_over:
            now = time.monotonic()
            while self._queue and self._queue[0][0] <= now:
                _, _, is_to_server, frame = heapq.heappop(self._queue)
                self._sides[1 if is_to_server else 0].send(frame)
            wait = min(0.002, self._queue[0][0] - now) if self._queue else 0.002
            for side in select.select(self._sides, [], [], max(0, wait))[0]:
                frame, source = side.recvfrom(65535)
                if source[2] != 4:  # PACKET_OUTGOING: our own
                    self._take(frame, side is self._sides[0])

    def _take(self, frame, is_from_client):
        delay = self.delay
        if frame[12:14] == b"\x08\x00" and frame[23] == 6:
            segment = Segment(frame, is_from_client)
            verdict = self.rule(segment)
            self.seen.append(segment)
            if verdict == "drop":
                return
            delay += verdict or 0
        self._put(frame, is_from_client, delay)


def checksum(octets):
    """The Internet checksum of RFC 1071."""
    total = sum(struct.unpack(f"!{(len(octets) + 1) // 2}H", octets + b"\0" * (len(octets) % 2)))
    total = (total & 0xFFFF) + (total >> 16)
    return ~(total + (total >> 16)) & 0xFFFF


def vanish(connection):
    """Ends the connection at this host without a word, as a crash does."""
    connection.setsockopt(socket.IPPROTO_TCP, TCP_REPAIR, 1)
    connection.close()


class First:
    """A rule that drops the first `times` segments for which `test` holds."""

    def __init__(self, test, times=1):
        self.test, self.left = test, times

    def __call__(self, segment):
        if self.left > 0 and self.test(segment):
            self.left -= 1
            return "drop"
        return None
