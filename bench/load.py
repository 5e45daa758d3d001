"""A bounded load on one address: a few clients on kept-open connections, for a given time or number of requests."""

import http.client
import statistics
import threading
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Load:
    """What was measured: milliseconds, requests a second, bytes of one compressed body."""

    median: float
    p99: float
    rate: float
    size: int
    failures: int


def measure(port: int, host: str, path: str, *, clients: int, seconds: float, at_most: int) -> Load:
    """Ask `host` for `path` from `clients` threads until `seconds` or `at_most` requests have passed."""
    times: list[float] = []
    sizes: list[int] = []
    failures: list[str] = []
    deadline = time.perf_counter() + seconds

    def client() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            while time.perf_counter() < deadline and len(times) < at_most:
                began = time.perf_counter()
                connection.request("GET", path, headers={"Host": host, "Accept-Encoding": "gzip"})
                answer = connection.getresponse()
                body = answer.read()
                times.append((time.perf_counter() - began) * 1000)
                sizes.append(len(body))
                if answer.status != 200:
                    failures.append(f"{answer.status}")
        except OSError as error:
            failures.append(type(error).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=client) for _ in range(clients)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - began
    if len(times) < 2:
        return Load(0, 0, 0, 0, len(failures) or 1)
    ordered = sorted(times)
    p99 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return Load(statistics.median(ordered), p99, len(ordered) / took, int(statistics.median(sizes)), len(failures))
