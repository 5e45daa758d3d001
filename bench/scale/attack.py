"""Asks one address as fast as a server answers: several processes, each with some kept-open connections.

No client library: a request is the same bytes each time, of an answer only status and length are read. One process
asks some ten thousand times a second, several times what any page here is answered.
"""

import multiprocessing
import re
import selectors
import socket
import time
from dataclasses import dataclass

STATUS = re.compile(rb"^HTTP/1\.1 (\d+)")
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.I)


@dataclass(frozen=True)
class Load:
    """Requests a second, milliseconds, and answers other than 200 (or none)."""

    rate: float
    median: float
    p99: float
    failures: int


class Connection:
    """One kept-open connection with one request under way."""

    def __init__(self, port: int, request: bytes):
        self.port, self.request = port, request
        self.socket = None
        self.begin()

    def begin(self) -> None:
        """Send the request, on a new connection if there is none."""
        if self.socket is None:
            self.socket = socket.create_connection(("127.0.0.1", self.port), timeout=30)
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.buffer, self.began = b"", time.perf_counter()
        self.socket.sendall(self.request)

    def read(self) -> int | None:
        """Take what has arrived; the status once the answer is whole, 0 if the server hung up."""
        piece = self.socket.recv(262_144)
        if not piece:
            self.close()
            return 0
        self.buffer += piece
        head, found, body = self.buffer.partition(b"\r\n\r\n")
        length = LENGTH.search(head) if found else None
        # An answer without a length comes in pieces, of which the last is empty.
        if not found or (len(body) < int(length.group(1)) if length else not body.endswith(b"0\r\n\r\n")):
            return None
        if re.search(rb"\r\nconnection: *close", head, re.I):
            self.close()
        return int(STATUS.match(head).group(1))

    def close(self) -> None:
        """Let go."""
        self.socket.close()
        self.socket = None


def ask(port: int, request: bytes, connections: int, seconds: float, results) -> None:
    """One process's share; puts (times, failures) into `results`."""
    times, failures = [], 0
    selector = selectors.DefaultSelector()
    for _number in range(connections):
        connection = Connection(port, request)
        selector.register(connection.socket, selectors.EVENT_READ, connection)
    deadline = time.perf_counter() + seconds
    while time.perf_counter() < deadline:
        for key, _events in selector.select(timeout=1):
            connection, before = key.data, key.fileobj
            status = connection.read()
            if status is None:
                continue
            times.append((time.perf_counter() - connection.began) * 1000)
            failures += status != 200
            if connection.socket is None:
                selector.unregister(before)
                connection.begin()
                selector.register(connection.socket, selectors.EVENT_READ, connection)
            else:
                connection.begin()
    results.put((times, failures))


def attack(port: int, host: str, path: str, *, processes: int = 2, connections: int = 4, seconds: float = 5) -> Load:
    """Ask until the time has passed, as a browser does: what can be compressed comes compressed."""
    request = f"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: text/html\r\nAccept-Encoding: gzip\r\n\r\n".encode()
    context = multiprocessing.get_context("fork")
    results = context.Queue()
    workers = [
        context.Process(target=ask, args=(port, request, connections, seconds, results)) for _number in range(processes)
    ]
    for worker in workers:
        worker.start()
    found = [results.get(timeout=seconds + 60) for _worker in workers]
    for worker in workers:
        worker.join()
    times = sorted(time for share, _failures in found for time in share)
    if not times:
        return Load(0, 0, 0, 1)
    failures = sum(count for _times, count in found)
    return Load(
        len(times) / seconds, times[len(times) // 2], times[min(len(times) - 1, int(len(times) * 0.99))], failures
    )
